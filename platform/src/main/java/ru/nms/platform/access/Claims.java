package ru.nms.platform.access;

import java.text.ParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.nimbusds.jwt.JWTClaimsSet;

/// Reads a [Caller] out of verified claims. Roles of other systems are ignored; a malformed id spoils the token.
final class Claims {

    private static final Map<String, Role> ROLES = Arrays.stream(Role.values())
            .collect(Collectors.toUnmodifiableMap(Role::name, Function.identity()));

    private Claims() {}

    static Caller caller(JWTClaimsSet claims) throws ParseException {
        return new Caller(claims.getSubject(), roles(claims), id(claims, "person_id"), id(claims, "organisation_id"),
                id(claims, "municipality_id"), permissions(claims));
    }

    private static Set<Role> roles(JWTClaimsSet claims) {
        var roles = EnumSet.noneOf(Role.class);
        words(claims.getClaim("roles")).stream().filter(ROLES::containsKey).map(ROLES::get).forEach(roles::add);
        return Set.copyOf(roles);
    }

    private static Set<String> permissions(JWTClaimsSet claims) {
        var permissions = new HashSet<>(words(claims.getClaim("scope")));
        permissions.addAll(words(claims.getClaim("scp")));
        return Set.copyOf(permissions);
    }

    private static Collection<String> words(@Nullable Object claim) {
        if (claim instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return claim instanceof String text && !text.isBlank() ? List.of(text.strip().split("\\s+")) : List.of();
    }

    private static @Nullable UUID id(JWTClaimsSet claims, String name) throws ParseException {
        var text = claims.getStringClaim(name);
        return text == null ? null : UUID.fromString(text);
    }
}
