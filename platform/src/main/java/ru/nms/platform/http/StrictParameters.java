package ru.nms.platform.http;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.MethodParameter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

import ru.nms.platform.access.Policy;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;

/// An unknown query parameter is a 400, never ignored: a misspelt filter would otherwise show everything.
final class StrictParameters {

    /// @param any the operation reads its parameters itself
    private record Known(boolean any, Set<String> names, Set<String> repeatable) {}

    private final Map<Method, Known> known = new ConcurrentHashMap<>();

    void check(HandlerMethod operation, ServerHttpRequest request) {
        if (request.getURI().getRawQuery() == null) {
            return;
        }
        var operationKnows = known.computeIfAbsent(operation.getMethod(), method -> of(operation));
        List<Fault> faults = new ArrayList<>();
        request.getQueryParams().forEach((name, values) -> check(operationKnows, name, values, faults));
        if (!faults.isEmpty()) {
            throw Refusal.malformed(faults.toArray(Fault[]::new));
        }
    }

    private static void check(Known known, String name, List<String> values, List<Fault> faults) {
        if (!known.any() && !known.names().contains(name)) {
            faults.add(Fault.at(name, "unknown-parameter", name));
        } else if (!known.any() && values.size() > 1 && !known.repeatable().contains(name)) {
            faults.add(Fault.at(name, "repeated-parameter", name));
        }
        if (values.stream().filter(Objects::nonNull).anyMatch(value -> value.chars().anyMatch(PlainStrings::isControl))) {
            faults.add(Fault.at(name, "control-character"));
        }
    }

    private static Known of(HandlerMethod operation) {
        var names = new HashSet<String>();
        var repeatable = new HashSet<String>();
        boolean any = Policy.isForeign(operation);
        for (MethodParameter parameter : operation.getMethodParameters()) {
            any |= OwnParameters.class.isAssignableFrom(parameter.getParameterType());
            var annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                var name = name(annotation, parameter);
                names.add(name);
                if (Iterable.class.isAssignableFrom(parameter.getParameterType()) || parameter.getParameterType().isArray()) {
                    repeatable.add(name);
                }
            }
        }
        return new Known(any, names, repeatable);
    }

    private static String name(RequestParam annotation, MethodParameter parameter) {
        return Arrays.stream(new String[] {annotation.name(), annotation.value()})
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(parameter.getParameter().getName()));
    }
}
