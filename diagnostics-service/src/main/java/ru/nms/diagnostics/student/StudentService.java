package ru.nms.diagnostics.student;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.deficit.DeficitService;
import ru.nms.diagnostics.person.RegisterTraces;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;

/// Lets results of students open or sharpen a deficit of their teacher.
@Service
class StudentService {

    private final StudentStore store;
    private final DeficitService deficits;

    StudentService(StudentStore store, DeficitService deficits) {
        this.store = store;
        this.deficits = deficits;
    }

    /// In the transaction of the change; also after the result of the students was taken out.
    Mono<Void> follow(UUID id) {
        return store.teacher(id).flatMap(teacher -> deficits.follow(List.of(teacher)));
    }

    /// Results of a teacher who goes on under another id.
    PersonTraces traces(Registers registers, Register<StudentResult> register) {
        return new RegisterTraces(registers, register) {
            @Override
            public Mono<Void> passOn(UUID from, UUID to) {
                return super.passOn(from, to).then(Mono.defer(() -> deficits.follow(List.of(from, to))));
            }
        };
    }
}
