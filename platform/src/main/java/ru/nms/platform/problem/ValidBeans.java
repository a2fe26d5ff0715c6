package ru.nms.platform.problem;

import java.util.List;

import jakarta.validation.Validator;

/// The broken constraints of what did not come as a body, in the same words.
public final class ValidBeans {

    private ValidBeans() {}

    public static <T> List<Fault> faults(Validator validator, T bean) {
        return validator.validate(bean).stream()
                .map(violation -> Constraints.fault(Pointers.of(violation.getPropertyPath().toString()), violation))
                .toList();
    }
}
