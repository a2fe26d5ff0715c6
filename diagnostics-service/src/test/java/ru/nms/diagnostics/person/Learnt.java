package ru.nms.diagnostics.person;

import static ru.nms.diagnostics.Diagnostics.PERM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;

import ru.nms.contracts.AssignmentChanged;
import ru.nms.contracts.OrganisationChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.platform.projection.Projection.Gone;

/// What the registry is taken to have said, without the way over Kafka.
public final class Learnt {

    private Learnt() {}

    /// Somebody who works nowhere.
    public static UUID person(UUID id) {
        of(new PersonChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, List.of(), "NONE", null, null));
        return id;
    }

    static void of(PersonChanged event) {
        PERM.inTransaction(PERM.bean(PersonProjection.class).on(event));
    }

    /// Somebody who works in this organisation.
    public static UUID working(UUID id, UUID organisation) {
        of(new PersonChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, List.of(new PersonChanged.Post(organisation, null, "TEACHER", true,
                List.of(), LocalDate.of(2020, 1, 1), null)), "NONE", null, null));
        return id;
    }

    /// Somebody who holds this position there.
    public static UUID holding(UUID id, UUID organisation, String position) {
        of(new PersonChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, List.of(new PersonChanged.Post(organisation, null, position, false,
                List.of(), LocalDate.of(2020, 1, 1), null)), "NONE", null, null));
        return id;
    }

    /// The same in a municipality.
    public static UUID holding(UUID id, UUID organisation, String position, UUID municipality) {
        of(new PersonChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, List.of(new PersonChanged.Post(organisation, municipality, position, false,
                List.of(), LocalDate.of(2020, 1, 1), null)), "NONE", null, null));
        return id;
    }

    /// The head of an organisation, who belongs to its management.
    public static UUID managing(UUID id) {
        of(new PersonChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, List.of(new PersonChanged.Post(UUID.randomUUID(), null, "HEAD", false,
                List.of(), LocalDate.of(2020, 1, 1), null, true, null, null)), "NONE", null, null));
        return id;
    }

    /// A municipal method service.
    public static UUID service(UUID id) {
        of(new OrganisationChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH, "MMS", "MUNICIPAL", "Служба", null, null, null));
        return id;
    }

    /// A school with these flags.
    public static UUID organisation(UUID id, List<String> flags) {
        PERM.inTransaction(PERM.bean(OrganisationProjection.class).on(new OrganisationChanged(UUID.randomUUID(), id, 1, 1, Instant.EPOCH,
                "SCHOOL", "INSTITUTIONAL", "Школа", null, null, null, null, null, flags, null, null)));
        return id;
    }

    /// With what follows from it.
    public static void heard(PersonChanged event) {
        var projection = PERM.bean(PersonProjection.class);
        PERM.inTransaction(projection.on(event).then(projection.then(event)));
    }

    static void of(OrganisationChanged event) {
        PERM.inTransaction(PERM.bean(OrganisationProjection.class).on(event));
    }

    static boolean isKnown(UUID person) {
        return Boolean.TRUE.equals(PERM.inTransaction(PERM.bean(DatabaseClient.class)
                .sql("SELECT NOT deleted AS known FROM person WHERE id = :id").bind("id", person)
                .map(row -> row.get("known", Boolean.class)).one()));
    }

    static void of(AssignmentChanged event) {
        PERM.inTransaction(PERM.bean(AssignmentProjection.class).on(event));
    }

    static void gone(UUID person) {
        PERM.inTransaction(PERM.bean(PersonProjection.class).gone(new Gone(person, 1, 2)));
    }
}
