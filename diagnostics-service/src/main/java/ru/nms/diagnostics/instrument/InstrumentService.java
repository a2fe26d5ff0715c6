package ru.nms.diagnostics.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.instrument.Instrument.Status;
import ru.nms.diagnostics.scoring.Key;
import ru.nms.platform.access.Caller;
import ru.nms.platform.http.IfMatch;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;

/// Keys, editions, and taking out what was entered in error.
@Service
class InstrumentService {

    private final Registers registers;
    private final Register<Instrument> instruments;
    private final Register<Task> tasks;
    private final InstrumentStore store;
    private final PaperStore papers;
    private final InstrumentRules rules;
    private final Seals seals;
    private final Tx tx;

    InstrumentService(Registers registers, Register<Instrument> instruments, Register<Task> tasks, InstrumentStore store,
                      PaperStore papers, InstrumentRules rules, Seals seals, Tx tx) {
        this.registers = registers;
        this.instruments = instruments;
        this.tasks = tasks;
        this.store = store;
        this.papers = papers;
        this.rules = rules;
        this.seals = seals;
        this.tx = tx;
    }

    Mono<Entry<Task>> writeKey(Caller caller, UUID task, IfMatch match, Key key) {
        return tx.run(registers.change(tasks, caller, task, match, present -> fitting(present, key))
                .delayUntil(entry -> store.writeKey(task, key)));
    }

    private static Task fitting(Task task, Key key) {
        new Faults().addAll(key.faults(task.form(), "")).refuse();
        return task.keyed();
    }

    /// Refused while a campaign could give it away.
    Mono<Key> readKey(Caller caller, UUID task) {
        return tx.run(registers.find(tasks, caller, task)
                .delayUntil(found -> seals.refuseIfSealed(found.content().instrumentId()))
                .flatMap(found -> store.key(task))
                .switchIfEmpty(Mono.error(() -> Refusal.notFound("key"))));
    }

    Mono<Entry<Instrument>> renew(Caller caller, UUID id, int year) {
        return tx.run(registers.find(instruments, caller, id)
                .doOnNext(found -> mayBeRenewed(found.content().state()))
                .flatMap(found -> store.nextEdition(found.content().code())
                        .flatMap(number -> copy(found.content().next(id, number, year))))
                .flatMap(fresh -> registers.find(instruments, caller, fresh)));
    }

    private static void mayBeRenewed(Status status) {
        if (status == Status.DRAFT) {
            throw Instrument.MOVES.refused(status);
        }
    }

    private Mono<UUID> copy(Instrument next) {
        var fresh = Ids.next();
        return registers.enter(instruments, Map.of(fresh, next))
                .then(Mono.defer(() -> papers.items(Objects.requireNonNull(next.previousId()))))
                .flatMap(items -> copyTasks(items, fresh))
                .thenReturn(fresh);
    }

    private Mono<Void> copyTasks(List<Paper.Item> items, UUID edition) {
        var contents = new LinkedHashMap<UUID, Task>();
        var made = new LinkedHashMap<UUID, UUID>();
        items.forEach(item -> {
            var fresh = Ids.next();
            contents.put(fresh, Task.of(item, edition));
            made.put(item.id(), fresh);
        });
        return registers.enter(tasks, contents).then(Mono.defer(() -> store.copyKeys(made)));
    }

    Mono<Void> remove(Caller caller, UUID id, IfMatch match) {
        return tx.run(store.lock(id)
                .then(Mono.defer(() -> rules.draft(id)))
                .then(Mono.defer(() -> registers.remove(instruments, caller, id, match))));
    }

    Mono<Void> removeTask(Caller caller, UUID id, IfMatch match) {
        return tx.run(registers.find(tasks, caller, id)
                .flatMap(found -> rules.draft(found.content().instrumentId()))
                .then(Mono.defer(() -> registers.remove(tasks, caller, id, match))));
    }
}
