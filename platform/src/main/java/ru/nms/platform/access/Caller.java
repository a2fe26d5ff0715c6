package ru.nms.platform.access;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Who calls: read from a verified token once, then passed as an argument down to the SQL. Handlers declare it as
/// a parameter; there is no ambient "current user".
///
/// @param subject       the token's `sub`; names the caller in audit rows and idempotency keys
/// @param roles         never empty for a person
/// @param personId      claim `person_id`: the caller's own record in the registry
/// @param organisationId claim `organisation_id`: the organisation a role ORGANISATION or PROVIDER speaks for
/// @param municipalityId claim `municipality_id`: the municipality a role MUNICIPALITY speaks for
/// @param permissions   claim `scope`, split (the OAuth kind, not [Scope])
public record Caller(String subject, Set<Role> roles, @Nullable UUID personId, @Nullable UUID organisationId,
                     @Nullable UUID municipalityId, Set<String> permissions) {

    public boolean is(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
