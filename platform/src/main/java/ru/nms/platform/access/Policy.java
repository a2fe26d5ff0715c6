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

    /// What one operation demands.
    private record Rule(boolean everyone, boolean anyoneSignedIn, Set<Role> roles) {

        static final Rule NOBODY = new Rule(false, false, Set.of());
        static final Rule EVERYONE = new Rule(true, true, Set.of());

        boolean admits(Caller caller) {
            return anyoneSignedIn || caller.roles().stream().anyMatch(role -> roles.contains(role)
                    && (role != Role.FEDERAL || caller.permissions().contains(SYNC)));
        }
    }

    private final Map<Method, Rule> rules = new ConcurrentHashMap<>();

    public void check(HandlerMethod operation, @Nullable Caller caller) {
        var rule = rules.computeIfAbsent(operation.getMethod(), method -> rule(operation));
        if (rule.everyone()) {
            return;
        }
        if (caller == null) {
            throw CurrentCaller.missing();
        }
        if (!rule.admits(caller)) {
            throw Refusal.forbidden();
        }
    }

    private static Rule rule(HandlerMethod operation) {
        if (isForeign(operation)) {
            return Rule.EVERYONE;
        }
        var allow = operation.getMethodAnnotation(Allow.class);
        return allow == null ? Rule.NOBODY : new Rule(allow.everyone(), allow.anyoneSignedIn(), Set.of(allow.value()));
    }

    /// Operations of libraries, which cannot carry our annotation: the API description, and WebFlux's own answer to
    /// OPTIONS. Both say only what the API description says.
    public static boolean isForeign(HandlerMethod operation) {
        var name = operation.getBeanType().getName();
        return name.startsWith("org.springdoc.") || name.startsWith("org.springframework.web.reactive.");
    }
}
