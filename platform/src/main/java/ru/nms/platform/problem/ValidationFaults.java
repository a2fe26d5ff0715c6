package ru.nms.platform.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;

import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/// All broken constraints of a request at once: 422 for a body (content), 400 for parameters (form).
final class ValidationFaults {

    private ValidationFaults() {}

    static Refusal refusal(WebExchangeBindException error) {
        var parameter = error.getMethodParameter();
        var faults = allOf(error);
        return parameter == null || RequestRefusals.isBody(parameter) ? Refusal.invalid(faults) : malformed(faults);
    }

    static Refusal refusal(HandlerMethodValidationException error) {
        var results = error.getParameterValidationResults();
        var faults = results.stream().flatMap(ValidationFaults::faults).toList();
        return results.stream().allMatch(result -> RequestRefusals.isBody(result.getMethodParameter()))
                ? Refusal.invalid(faults) : malformed(faults);
    }

    private static Refusal malformed(List<Fault> faults) {
        return Refusal.malformed(faults.toArray(Fault[]::new));
    }

    private static Stream<Fault> faults(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return allOf(errors).stream();
        }
        var body = RequestRefusals.isBody(result.getMethodParameter());
        var name = RequestRefusals.nameOf(result.getMethodParameter());
        var index = result.getContainerIndex();
        return result.getResolvableErrors().stream()
                .map(error -> Constraints.fault(body ? index == null ? "" : "/" + index : name,
                        result.unwrap(error, ConstraintViolation.class)));
    }

    private static List<Fault> allOf(Errors errors) {
        var faults = new ArrayList<Fault>();
        for (ObjectError error : errors.getAllErrors()) {
            var pointer = error instanceof FieldError field ? Pointers.of(field.getField()) : "";
            faults.add(error.contains(ConstraintViolation.class)
                    ? Constraints.fault(pointer, error.unwrap(ConstraintViolation.class))
                    : Fault.at(pointer, "wrong-type"));
        }
        return faults;
    }
}
