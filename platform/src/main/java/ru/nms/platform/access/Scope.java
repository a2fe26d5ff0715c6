package ru.nms.platform.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/// Whose data a caller may see: the union of what each of their roles grants. It becomes a predicate of every query
/// over personal or organisational data, so that a foreign id and an absent one are the same empty result.
///
/// @param region       everything in the region
/// @param municipality people and organisations of this municipality
/// @param organisation people of this organisation
/// @param assignedTo   people assigned to this methodist (a person id)
/// @param self         this person only
public record Scope(boolean region, @Nullable UUID municipality, @Nullable UUID organisation, @Nullable UUID assignedTo,
                    @Nullable UUID self) {

    private static final Scope NOTHING = new Scope(false, null, null, null, null);

    /// The scope of personal data that the roles grant (docs/security.md). ADMIN and FEDERAL see no personal data here.
    public static Scope of(Caller caller) {
        return new Scope(
                caller.is(Role.COORDINATOR, Role.MINISTRY, Role.ASSESSOR),
                caller.is(Role.MUNICIPALITY) ? caller.municipalityId() : null,
                caller.is(Role.ORGANISATION) ? caller.organisationId() : null,
                caller.is(Role.METHODIST) ? caller.personId() : null,
                caller.personId());
    }

    public static Scope everything() {
        return new Scope(true, null, null, null, null);
    }

    public static Scope nothing() {
        return NOTHING;
    }

    /// The SQL condition over one table. Each argument is the condition for one kind of grant, with the parameter
    /// `:scope` in the place of the id, or null when rows of this table never belong to such a grant, for example
    /// `new Columns("p.municipality_id = :scope", "EXISTS (SELECT …)", null, "p.id = :scope")`.
    public record Columns(@Nullable String municipality, @Nullable String organisation, @Nullable String assigned,
                          @Nullable String self) {}

    /// The condition itself: `TRUE`, `FALSE`, or an OR of the granted branches.
    public Condition on(Columns columns) {
        if (region) {
            return new Condition("TRUE", Map.of());
        }
        List<String> branches = new ArrayList<>();
        Map<String, UUID> values = new LinkedHashMap<>();
        grant(branches, values, columns.municipality(), municipality, "scopeMunicipality");
        grant(branches, values, columns.organisation(), organisation, "scopeOrganisation");
        grant(branches, values, columns.assigned(), assignedTo, "scopeAssigned");
        grant(branches, values, columns.self(), self, "scopeSelf");
        return new Condition(branches.isEmpty() ? "FALSE" : "(" + String.join(" OR ", branches) + ")", values);
    }

    private static void grant(List<String> branches, Map<String, UUID> values, @Nullable String column,
                              @Nullable UUID id, String name) {
        if (column != null && id != null) {
            branches.add(column.replace(":scope", ":" + name));
            values.put(name, id);
        }
    }

    /// @param sql  put it into the WHERE clause
    /// @param values bind it with [#bind]
    public record Condition(String sql, Map<String, UUID> values) {

        /// Leaves nothing out: for what is no secret to those who may ask at all.
        public static final Condition ALL = new Condition("TRUE", Map.of());

        public GenericExecuteSpec bind(GenericExecuteSpec spec) {
            var bound = spec;
            for (var value : values.entrySet()) {
                bound = bound.bind(value.getKey(), value.getValue());
            }
            return bound;
        }
    }
}
