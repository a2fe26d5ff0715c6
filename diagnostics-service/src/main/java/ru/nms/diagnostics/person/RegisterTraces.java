package ru.nms.diagnostics.person;

import java.util.UUID;

import reactor.core.publisher.Mono;
import ru.nms.platform.fate.PersonTraces;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;

/// A register whose entries speak of people.
public class RegisterTraces implements PersonTraces {

    private final Registers registers;
    private final Register<?> register;

    public RegisterTraces(Registers registers, Register<?> register) {
        this.registers = registers;
        this.register = register;
    }

    @Override
    public Mono<Void> passOn(UUID from, UUID to) {
        return registers.passOn(register, from, to);
    }

    @Override
    public Mono<Void> erase(UUID person) {
        return registers.forget(register, person);
    }
}
