package ru.nms.platform.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/// Who may call one operation, from its [Allow] or, for an inherited one, from the [AllowEntries] of its resource.
public record Allowance(boolean everyone, boolean anyoneSignedIn, Set<Role> roles) {

    /// Empty for an operation that nobody may call.
    public static Optional<Allowance> of(HandlerMethod operation) {
        var own = operation.getMethodAnnotation(Allow.class);
        if (own != null) {
            return Optional.of(new Allowance(own.everyone(), own.anyoneSignedIn(), Set.of(own.value())));
        }
        var resource = operation.getBeanType();
        if (operation.getMethod().getDeclaringClass() == resource) {
            return Optional.empty();
        }
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(resource, AllowEntries.class))
                .map(entries -> AnnotatedElementUtils.hasAnnotation(operation.getMethod(), GetMapping.class)
                        ? new Allowance(false, entries.read().length == 0, Set.of(entries.read()))
                        : new Allowance(false, false, Set.of(entries.keep())));
    }

    /// As the policy table and the API description say it.
    public java.util.List<String> words() {
        return everyone ? java.util.List.of("everyone") : anyoneSignedIn ? java.util.List.of("signed-in")
                : Arrays.stream(Role.values()).filter(roles::contains).map(Role::name).toList();
    }
}
