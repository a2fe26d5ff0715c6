package ru.nms.events.event;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import ru.nms.events.event.Event.Details;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.Districts;
import ru.nms.platform.region.Level;
import ru.nms.platform.region.RegionProfile;

/// What may be said of an event in this region. Tells everything that is wrong at once.
record EventRules(RegionProfile region) {

    private static final int LONG_TEXT = 4_000;
    private static final int SHORT_TEXT = 300;
    private static final int MOST_MATERIALS = 50;
    private static final int MOST_COMPETENCES = 50;
    private static final String CODE = "[A-Z][A-Z0-9_]{0,39}";
    private static final int MOST_SEATS = 100_000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /// @param organiserFault what is wrong with the organiser, which only the database knows
    Details check(EventDraft draft, Optional<Fault> organiserFault) {
        var faults = new Faults();
        oneOf(faults, "/kind", draft.kind(), EventKind.codes(), null);
        oneOf(faults, "/level", draft.level(), levels(), levelClause());
        oneOf(faults, "/mode", draft.mode(), Arrays.stream(Event.Mode.values()).map(Enum::name).toList(), null);
        faults.unless(draft.organiserId() != null, Fault.at("/organiserId", "required"));
        organiserFault.ifPresent(fault -> faults.unless(false, fault));
        texts(faults, draft);
        capacity(faults, draft.capacity());
        times(faults, draft);
        competences(faults, draft);
        faults.addAll(new Districts(region).check(text(draft.groupingUnit()), text(draft.groupingTask())));
        faults.refuse();
        return details(draft);
    }

    private List<String> levels() {
        return region.levels().stream().map(Level::code).toList();
    }

    /// Where the region says which levels there are.
    private @Nullable String levelClause() {
        return region.levels().stream().filter(Level::inRegion).map(Level::source).filter(Objects::nonNull).findFirst()
                .map(region::cite).orElse(null);
    }

    private static void oneOf(Faults faults, String pointer, @Nullable String value, List<String> codes,
                              @Nullable String clause) {
        if (value == null) {
            faults.unless(false, Fault.at(pointer, "required"));
        } else {
            faults.unless(codes.contains(value), Fault.at(pointer, "not-one-of", String.join(", ", codes)).under(clause));
        }
    }

    private static void texts(Faults faults, EventDraft draft) {
        faults.unless(draft.title() != null && !draft.title().isBlank(), Fault.at("/title", "required"));
        size(faults, "/title", draft.title(), SHORT_TEXT);
        size(faults, "/description", draft.description(), LONG_TEXT);
        size(faults, "/place", draft.place(), SHORT_TEXT);
        size(faults, "/audience", draft.audience(), SHORT_TEXT);
        size(faults, "/programme", draft.programme(), LONG_TEXT);
        var materials = orNone(draft.materials());
        faults.unless(materials.size() <= MOST_MATERIALS, Fault.at("/materials", "size", 0, MOST_MATERIALS));
        each(materials.size(), i -> {
            faults.unless(materials.get(i) != null, Fault.at("/materials/" + i, "required"));
            size(faults, "/materials/" + i, materials.get(i), SHORT_TEXT);
        });
    }

    private static void size(Faults faults, String pointer, @Nullable String text, int most) {
        faults.unless(text == null || text.length() <= most, Fault.at(pointer, "size", 0, most));
    }

    private static void capacity(Faults faults, @Nullable Integer capacity) {
        faults.unless(capacity != null, Fault.at("/capacity", "required"));
        faults.unless(capacity == null || capacity >= 1, Fault.at("/capacity", "minimum", 1));
        faults.unless(capacity == null || capacity <= MOST_SEATS, Fault.at("/capacity", "maximum", MOST_SEATS));
    }

    private static void times(Faults faults, EventDraft draft) {
        var starts = draft.startsAt();
        var ends = draft.endsAt();
        var until = draft.registrationUntil();
        faults.unless(starts != null, Fault.at("/startsAt", "required"));
        faults.unless(ends != null, Fault.at("/endsAt", "required"));
        sane(faults, "/startsAt", starts);
        sane(faults, "/endsAt", ends);
        sane(faults, "/registrationUntil", until);
        faults.unless(starts == null || ends == null || ends.isAfter(starts), Fault.at("/endsAt", "event.ends-before-start"));
        faults.unless(starts == null || until == null || !until.isAfter(starts),
                Fault.at("/registrationUntil", "event.registration-after-start"));
    }

    private static void sane(Faults faults, String pointer, @Nullable Instant time) {
        faults.unless(time == null || (!time.isBefore(EARLIEST) && time.isBefore(LATEST)),
                Fault.at(pointer, "event.time-out-of-range"));
    }

    /// In a region that names no areas any code is as good as another.
    private void competences(Faults faults, EventDraft draft) {
        var areas = region.diagnostics().competenceAreas();
        var given = orNone(draft.competences());
        faults.unless(given.size() <= MOST_COMPETENCES, Fault.at("/competences", "size", 0, MOST_COMPETENCES));
        each(given.size(), i -> {
            if (areas != null) {
                oneOf(faults, "/competences/" + i, given.get(i), areas.items(), region.clause(areas.source()));
            } else {
                var code = given.get(i);
                faults.unless(code != null && code.matches(CODE), Fault.at("/competences/" + i, "pattern", CODE));
            }
        });
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static void each(int size, java.util.function.IntConsumer check) {
        IntStream.range(0, size).forEach(check);
    }

    private static Details details(EventDraft draft) {
        var starts = Objects.requireNonNull(draft.startsAt()).truncatedTo(MICROS);
        var until = draft.registrationUntil();
        return new Details(EventKind.valueOf(Objects.requireNonNull(draft.kind())), Objects.requireNonNull(draft.level()),
                Objects.requireNonNull(draft.title()).strip(), Objects.requireNonNull(draft.organiserId()),
                draft.municipalityId(), starts, Objects.requireNonNull(draft.endsAt()).truncatedTo(MICROS),
                until == null ? starts : until.truncatedTo(MICROS),
                Event.Mode.valueOf(Objects.requireNonNull(draft.mode())), Objects.requireNonNull(draft.capacity()),
                orNone(draft.competences()).stream().map(String::valueOf).distinct().sorted().toList(),
                text(draft.description()), text(draft.place()), text(draft.audience()), text(draft.programme()),
                orNone(draft.materials()).stream().map(String::valueOf).map(String::strip).toList(),
                text(draft.groupingUnit()), text(draft.groupingTask()));
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
