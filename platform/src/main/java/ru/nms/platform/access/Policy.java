package ru.nms.platform.access;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

import ru.nms.platform.problem.Refusal;

/// Who may call an operation, read from its [Allow]. Deny by default: an operation without one answers nobody.
public final class Policy {

    private static final String SYNC = "sync";

    private static final Allowance NOBODY = new Allowance(false, false, Set.of());
    private static final Allowance EVERYONE = new Allowance(true, true, Set.of());

    /// An inherited method is an operation of each resource that inherits it.
    private record Operation(Class<?> resource, Method method) {}

    private final Map<Operation, Allowance> rules = new ConcurrentHashMap<>();

    public void check(HandlerMethod operation, @Nullable Caller caller) {
        var rule = rules.computeIfAbsent(new Operation(operation.getBeanType(), operation.getMethod()),
                key -> isForeign(operation) ? EVERYONE : Allowance.of(operation).orElse(NOBODY));
        if (rule.everyone()) {
            return;
        }
        if (caller == null) {
            throw CurrentCaller.missing();
        }
        if (!admits(rule, caller)) {
            throw Refusal.forbidden();
        }
    }

    private static boolean admits(Allowance rule, Caller caller) {
        return rule.anyoneSignedIn() || caller.roles().stream().anyMatch(role -> rule.roles().contains(role)
                && (role != Role.FEDERAL || caller.permissions().contains(SYNC)));
    }

    /// Operations of libraries, which cannot carry our annotation: the API description, and WebFlux's own answer to
    /// OPTIONS. Both say only what the API description says.
    public static boolean isForeign(HandlerMethod operation) {
        var name = operation.getBeanType().getName();
        return name.startsWith("org.springdoc.") || name.startsWith("org.springframework.web.reactive.");
    }
}
