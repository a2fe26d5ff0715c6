package ru.nms.standalone.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.region.Municipality;
import ru.nms.platform.region.OrganisationKind;
import ru.nms.platform.region.RegionProfile;

/// Made-up organisations and people in the real distribution of a region: as many teachers and municipal methodists in
/// each municipality as it reported for its last year. Names are numbers, so that nobody is meant.
final class GeneratedRegion {

    private static final int TEACHERS_A_SCHOOL = 40;
    private static final int UNREPORTED = 300;
    private static final List<String> SUBJECTS = List.of("Математика", "Русский язык", "Физика", "История", "Биология",
            "Информатика", "Начальные классы", "Английский язык");
    private static final List<String> CATEGORIES = List.of("NONE", "FIRST", "HIGHEST");

    private final RegionProfile profile;
    private final Random random = new Random(26);   // the same people every time
    private final List<Place> places = new ArrayList<>();

    /// @param people as many teachers in all; 0 for those the region reported
    GeneratedRegion(RegionProfile profile, int people) {
        this.profile = profile;
        var municipalities = profile.municipalities();
        int reported = municipalities.stream().mapToInt(GeneratedRegion::reported).sum();
        int wanted = people > 0 ? people : reported > 0 ? reported : UNREPORTED;
        if (municipalities.isEmpty()) {
            places.add(new Place(null, wanted, 0));
        }
        int given = 0;
        int before = 0;
        for (int i = 0; i < municipalities.size(); i++) {
            var one = municipalities.get(i);
            before += reported > 0 ? reported(one) : 1;
            int upTo = (int) ((long) wanted * before / (reported > 0 ? reported : municipalities.size()));
            places.add(new Place(one, upTo - given, methodists(one)));
            given = upTo;
        }
    }

    /// @param municipality null where the region has none
    record Place(@Nullable Municipality municipality, int teachers, int methodists) {

        String name() {
            return municipality == null ? "" : municipality.name();
        }

        int schools() {
            return Math.max(1, teachers / TEACHERS_A_SCHOOL);
        }

        String school(int n) {
            return ("Школа № %d %s".formatted(n + 1, name())).strip();
        }

        String service() {
            return "Методическая служба " + name();
        }
    }

    private static int reported(Municipality one) {
        return last(one.teachersReported());
    }

    private static int methodists(Municipality one) {
        return last(one.methodists());
    }

    private static int last(Map<Integer, Integer> byYear) {
        return byYear.entrySet().stream().max(Map.Entry.comparingByKey()).map(Map.Entry::getValue).orElse(0);
    }

    List<Place> places() {
        return places;
    }

    int teachers() {
        return places.stream().mapToInt(Place::teachers).sum();
    }

    int methodists() {
        return places.stream().mapToInt(Place::methodists).sum();
    }

    boolean hasServices() {
        return methodists() > 0 && profile.kind("MMS", "MUNICIPAL").isPresent();
    }

    /// The one organisation that coordinates the region's system.
    OrganisationKind coordinator() {
        return kind(OrganisationKind::coordinates);
    }

    /// The first of those who diagnose here.
    String diagnostician() {
        return Objects.requireNonNull(profile.diagnostics().providers()).items().getFirst();
    }

    private OrganisationKind kind(Predicate<OrganisationKind> wanted) {
        return profile.organisationKinds().stream().filter(wanted).findFirst().orElseThrow();
    }

    String organisations() {
        var file = new StringBuilder("Вид;Уровень;Название;Муниципалитет\n");
        var school = kind(OrganisationKind::employsTeachers);
        for (var place : places) {
            for (int n = 0; n < place.schools(); n++) {
                file.append("%s;%s;%s;%s\n".formatted(school.kind(), school.level(), place.school(n), place.name()));
            }
            if (hasServices()) {
                file.append("MMS;MUNICIPAL;%s;%s\n".formatted(place.service(), place.name()));
            }
        }
        return file.toString();
    }

    String people() {
        var file = new StringBuilder("ID;Фамилия;Имя;Отчество;Дата рождения;Муниципалитет;Организация;Должность;"
                + "Предметы;Работает с;Категория\n");
        int number = 0;
        for (var place : places) {
            for (int n = 0; n < place.teachers(); n++) {
                person(file, ++number, place, place.school(n % place.schools()), "TEACHER",
                        SUBJECTS.get(random.nextInt(SUBJECTS.size())));
            }
            for (int n = 0; hasServices() && n < place.methodists(); n++) {
                person(file, ++number, place, place.service(), "METHODIST", "");
            }
        }
        return file.toString();
    }

    private void person(StringBuilder file, int number, Place place, String organisation, String position, String subject) {
        var born = LocalDate.of(1961, 1, 1).plusDays(random.nextInt(14_600));
        var since = LocalDate.of(2005, 9, 1).plusYears(random.nextInt(18));
        var earliest = born.plusYears(21);
        file.append("D-%05d;Педагог;Номер;%05d;%s;%s;%s;%s;%s;%s;%s\n".formatted(number, number, born, place.name(),
                organisation, position, subject, since.isBefore(earliest) ? earliest : since,
                CATEGORIES.get(random.nextInt(CATEGORIES.size()))));
    }
}
