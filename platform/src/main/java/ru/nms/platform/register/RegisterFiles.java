package ru.nms.platform.register;

import java.time.Clock;
import java.util.Arrays;
import java.util.Set;

import jakarta.validation.Validator;

import ru.nms.platform.access.Role;
import ru.nms.platform.imports.ImportKind;
import tools.jackson.databind.json.JsonMapper;

/// Makes the files of registers.
public final class RegisterFiles {

    final Registers registers;
    final OwnFields own;
    final RegisterStore store;
    final JsonMapper json;
    final Validator validator;
    final Clock clock;

    RegisterFiles(Registers registers, RegisterStore store, JsonMapper json, Validator validator, Clock clock) {
        this.registers = registers;
        this.store = store;
        this.json = json;
        this.own = new OwnFields(json);
        this.validator = validator;
        this.clock = clock;
    }

    /// @param roles who may import
    public <S> ImportKind importOf(Register<S> register, Role... roles) {
        return new RegisterImport<>(this, register, Set.copyOf(Arrays.asList(roles)));
    }
}
