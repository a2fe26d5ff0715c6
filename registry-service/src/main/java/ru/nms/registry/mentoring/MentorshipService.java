package ru.nms.registry.mentoring;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Caller;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.tx.Tx;

/// Asking for a mentorship: what goes against the usual is flagged when it begins.
@Service
class MentorshipService {

    private final Register<Mentorship> register;
    private final Registers registers;
    private final MentoringStore store;
    private final Tx tx;

    MentorshipService(Register<Mentorship> register, Registers registers, MentoringStore store, Tx tx) {
        this.register = register;
        this.registers = registers;
        this.store = store;
        this.tx = tx;
    }

    Mono<Entry<Mentorship>> request(Caller caller, Mentorship asked) {
        return tx.run(store.reverse(asked)
                .flatMap(found -> registers.add(register, caller, found ? asked.reversed() : asked)));
    }
}
