package ru.nms.registry.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.list.Kind;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.region.YoungTeacherRule.Interval;
import ru.nms.registry.organisation.Organisation;

/// Who counts as a teacher, who as a young one, and what a card may say.
final class PersonRules {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final RegionProfile profile;

    PersonRules(RegionProfile profile) {
        this.profile = profile;
    }

    /// Whether any edition of the region's rules does.
    boolean knowsYoungTeachers() {
        return profile.editions().stream().anyMatch(edition -> edition.youngTeacher() != null);
    }

    Fault noYoungRule(String pointer) {
        return Fault.at(pointer, "no-young-rule").under(profile.mainClause());
    }

    boolean teaching(Post post, Organisation organisation) {
        return teaching(profile, post, organisation);
    }

    private static boolean teaching(RegionProfile edition, Post post, Organisation organisation) {
        return edition.people().teaching(post.position(), organisation.kind());
    }

    boolean management(Post post) {
        return profile.people().management(post.position());
    }

    /// Whether the education of the person fits every subject of the post of which it is known; null when of none.
    @Nullable Boolean educationMatch(Post post, Card card) {
        var known = post.subjects().stream().map(card::fits).filter(Objects::nonNull).toList();
        return known.isEmpty() ? null : known.stream().allMatch(Boolean.TRUE::equals);
    }

    /// The weekly hours above which the region flags a load.
    int overload() {
        return profile.people().overload().hours();
    }

    /// All that is taught in a week on the day, at all organisations; null when no post says it.
    @Nullable BigDecimal weeklyHours(Card card, LocalDate day) {
        return card.posts().stream().filter(post -> post.heldOn(day)).map(Post::weeklyHours).filter(Objects::nonNull)
                .reduce(BigDecimal::add).orElse(null);
    }

    boolean overloaded(@Nullable BigDecimal weeklyHours) {
        return weeklyHours != null && weeklyHours.compareTo(BigDecimal.valueOf(overload())) > 0;
    }

    /// Full years in the speciality on the day.
    @Nullable Integer specialityYears(Card card, LocalDate day) {
        var since = card.specialitySince();
        return since == null || since.isAfter(day) ? null : Period.between(since, day).getYears();
    }

    /// The stretches in which the person is a young teacher. Each edition of the rules decides for the days on which it is
    /// in force, the first one for all days before too, so that a figure of an earlier day keeps the rule of that day.
    List<Interval> young(Card card, Map<UUID, Organisation> organisations) {
        var editions = profile.editions();
        var stretches = new ArrayList<Interval>();
        for (int n = 0; n < editions.size(); n++) {
            var from = n == 0 ? LocalDate.MIN : editions.get(n).validFrom();
            var until = n == editions.size() - 1 ? LocalDate.MAX : editions.get(n + 1).validFrom();
            young(editions.get(n), card, organisations).forEach(young ->
                    append(stretches, new Interval(later(young.from(), from), earlier(young.until(), until))));
        }
        return List.copyOf(stretches);
    }

    /// Stretches come in the order of their beginnings; those that touch become one.
    private static void append(List<Interval> stretches, Interval next) {
        if (next.neverHolds()) {
            return;
        }
        var goesOn = !stretches.isEmpty() && !next.from().isAfter(stretches.getLast().until());
        var before = goesOn ? stretches.removeLast() : next;
        stretches.add(new Interval(before.from(), later(before.until(), next.until())));
    }

    /// Under one edition: from the first teaching post on, while its rule holds and some teaching post is held.
    private static List<Interval> young(RegionProfile edition, Card card, Map<UUID, Organisation> organisations) {
        var rule = edition.youngTeacher();
        var posts = card.posts().stream()
                .filter(post -> teaching(edition, post, Objects.requireNonNull(organisations.get(post.organisationId()))))
                .toList();
        if (rule == null || card.birthDate() == null || posts.isEmpty()) {
            return List.of();
        }
        var first = posts.stream().map(Post::teachingFrom).min(Comparator.naturalOrder()).orElseThrow();
        var allowed = rule.interval(card.birthDate(), first);
        return held(posts, first).stream()
                .map(span -> new Interval(later(allowed.from(), span.from()), earlier(allowed.until(), span.until()))).toList();
    }

    /// The stretches in which some of the posts is held. What was taught elsewhere before them belongs to the first one.
    private static List<Interval> held(List<Post> posts, LocalDate first) {
        var stretches = new ArrayList<Interval>();
        posts.stream().sorted(Comparator.comparing(Post::since)).forEach(post ->
                append(stretches, new Interval(post.since(), post.until() == null ? LocalDate.MAX : post.until())));
        stretches.set(0, new Interval(first, stretches.getFirst().until()));
        return stretches;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other.isBefore(one) ? other : one;
    }

    /// Everything that is wrong with a card.
    ///
    /// @param organisations the organisations of its posts that exist and the caller may place people in
    Faults check(Card card, Map<UUID, Organisation> organisations, LocalDate today) {
        var birth = card.birthDate();
        var faults = new Faults()
                .unless(birth == null || !birth.isBefore(EARLIEST) && birth.isBefore(today), Fault.at("/birthDate", "past"))
                .unless(card.attestedOn() == null || !card.attestedOn().isAfter(today), Fault.at("/attestedOn", "not-future"))
                .addAll(known(card, today));
        for (int n = 0; n < card.posts().size(); n++) {
            check(card.posts().get(n), "/posts/" + n, birth, organisations, faults);
        }
        return faults;
    }

    private static List<Fault> known(Card card, LocalDate today) {
        var birth = card.birthDate();
        var since = card.specialitySince();
        var graduation = card.graduation();
        var taught = card.subjectProfiles().stream().map(it -> Kind.fold(it.subject())).toList();
        return new Faults()
                .unless(since == null || birth == null || since.isAfter(birth), Fault.at("/specialitySince", "before-birth"))
                .unless(since == null || !since.isAfter(today), Fault.at("/specialitySince", "not-future"))
                .unless(graduation == null || birth == null || graduation.on().isAfter(birth), Fault.at("/graduation/on", "before-birth"))
                .unless(graduation == null || !graduation.on().isAfter(today), Fault.at("/graduation/on", "not-future"))
                .unless(taught.stream().distinct().count() == taught.size(), Fault.at("/subjectProfiles", "repeated-subject"))
                .found();
    }

    private static void check(Post post, String at, @Nullable LocalDate birth, Map<UUID, Organisation> organisations,
                              Faults faults) {
        var teachingSince = post.teachingSince();
        faults.unless(organisations.containsKey(post.organisationId()), Fault.at(at + "/organisationId", "unknown-organisation"))
                .unless(post.until() == null || post.until().isAfter(post.since()), Fault.at(at + "/until", "ends-before-start"))
                .unless(birth == null || post.since().isAfter(birth), Fault.at(at + "/since", "before-birth"))
                .unless(birth == null || teachingSince == null || teachingSince.isAfter(birth),
                        Fault.at(at + "/teachingSince", "before-birth"))
                .unless(teachingSince == null || post.position().teaching(), Fault.at(at + "/teachingSince", "not-a-teacher"));
    }
}
