package ru.nms.registry.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.platform.list.Kind;
import ru.nms.platform.table.Row;
import ru.nms.registry.municipality.Municipality;
import ru.nms.registry.municipality.MunicipalityStore;

/// Finds the organisations and municipalities that rows of a file name, by any of their names.
@Service
public class OrganisationNames {

    private final OrganisationStore organisations;
    private final MunicipalityStore municipalities;

    OrganisationNames(OrganisationStore organisations, MunicipalityStore municipalities) {
        this.organisations = organisations;
        this.municipalities = municipalities;
    }

    public Mono<Found> find(Collection<String> names) {
        return organisations.named(names.stream().map(Kind::fold).distinct().toList()).collectList()
                .zipWith(municipalities.all().filter(it -> it.closedOn() == null).collectList(), Found::new);
    }

    /// What the names of a batch may mean.
    public static final class Found {

        private final List<Organisation> all;
        private final Map<String, List<Organisation>> organisations = new HashMap<>();
        private final Map<String, Municipality> municipalities = new HashMap<>();

        Found(List<Organisation> organisations, List<Municipality> municipalities) {
            this.all = organisations;
            organisations.forEach(it -> it.nameKeys().forEach(key ->
                    this.organisations.computeIfAbsent(key, none -> new ArrayList<>()).add(it)));
            municipalities.forEach(it -> it.nameKeys().forEach(key -> this.municipalities.put(key, it)));
        }

        public List<Organisation> all() {
            return all;
        }

        public Set<UUID> municipalities() {
            return municipalities.values().stream().map(Municipality::id).collect(Collectors.toSet());
        }

        /// The municipality that a row names; a fault of the row, when there is none.
        public @Nullable UUID municipality(Row row, String column, @Nullable String name) {
            var found = name == null ? null : municipalities.get(Kind.fold(name));
            if (name != null && found == null) {
                row.fault(column, "unknown-municipality");
            }
            return found == null ? null : found.id();
        }

        /// All organisations that a row may name; a fault of the row, when there is none.
        public Set<UUID> any(Row row, String column, @Nullable String name) {
            var meant = name == null ? List.<Organisation>of() : organisations.getOrDefault(Kind.fold(name), List.of());
            if (name != null && meant.isEmpty()) {
                row.fault(column, "unknown-organisation");
            }
            return meant.stream().map(Organisation::id).collect(Collectors.toSet());
        }

        /// The one organisation that a row names; a fault of the row, when there is none or more than one.
        public @Nullable Organisation one(Row row, String column, String name, String municipalityColumn,
                                          @Nullable String municipalityName) {
            var municipality = municipality(row, municipalityColumn, municipalityName);
            if (municipalityName != null && municipality == null) {
                return null;
            }
            var meant = organisations.getOrDefault(Kind.fold(name), List.of()).stream()
                    .filter(it -> municipality == null || Objects.equals(it.municipalityId(), municipality)).toList();
            if (meant.size() == 1) {
                return meant.getFirst();
            }
            if (!name.isEmpty()) {
                row.fault(column, meant.isEmpty() ? "unknown-organisation" : "ambiguous-organisation");
            }
            return null;
        }
    }
}
