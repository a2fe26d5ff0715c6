package ru.nms.registry.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;
import ru.nms.registry.Registry;
import tools.jackson.databind.JsonNode;

/// Kinds of organisations with the names and duties that each region gives them, and what only another region has.
class KindsShownComponentTest {

    /// The clauses of all duties in their order, and the words of the first and the last one.
    @ParameterizedTest
    @Clause({"PRF-07", "PRF-28"})
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "perm | CNPPM | - | ORDER-2023-317 | 913 915 917 919 921 923 925 927 929 931 933 935 937 939 941 943 945 947 949 951 953"
                + " | взаимодействие с федеральным координатором | формирование РМА",
        "perm | RUMO | NATIVE_LANGUAGE | ORDER-2023-317 | 1014 1016 1018 1020 1022 1024"
                + " | сопровождение ФГОС родных языков и литературы | участие в конференциях и семинарах",
        "perm | MMS | - | ORDER-2023-317 | 1086 1088 1090 1092 1096 1098 1100 1102 1104 1106"
                + " | перенос освоенного по ИОМ в практику вместе с ЦНППМПР | среда мотивации",
        "sevastopol | CNPPM | - | REGULATION | 167 169 171 173 175 177 179 181 183 185 187"
                + " | взаимодействие с федеральным оператором | отбор стажировочных (менторских) площадок",
        "arkhangelsk | CNPPM | - | SLIDES | 203 204 205 206"
                + " | координация методработы на всех уровнях | формирование методического актива",
        "arkhangelsk | FEDERAL_SCIENTIFIC_CENTRE | - | SLIDES | 56 57 58 59 60 61 62"
                + " | подходы к ПК | адресное сопровождение по приоритетам",
        "kuzbass | CNPPM | - | REGULATION | 123 125 129 131 133 135 137 139 141 143 145 147 149 151"
                + " | взаимодействие с федеральным оператором | стажировки",
        "kuzbass | REGIONAL_METHOD_SERVICE | - | REGULATION | 167 169 171 173"
                + " | условия развития на региональном и муниципальном уровнях | внедрение эффективных методик",
        "kuzbass | MMS | - | REGULATION | - | - | -",
        "tyumen | CNPPM | - | MR-2023 | 926 927 928 929 930 931 932 933 934 935 936 937 938 939 941 943 945"
                + " | связь с координатором ЕФС и портал | сообщества молодых педагогов и наставников",
        "tyumen | MMS | - | MR-2023 | 1005 1006 1007 1008 | перенос освоенного по ИОМ в практику | координация методработы"})
    void haveTheDutiesOfTheirRegion(String region, String kind, @Nullable String variant, String act, @Nullable String lines,
                                    @Nullable String first, @Nullable String last) {
        var duties = kind(region, kind, variant).at("/functions");

        var clauses = lines == null ? List.<String>of() : Arrays.stream(lines.split(" ")).map(line -> act + ":" + line).toList();
        assertThat(Shown.texts(duties, "source")).isEqualTo(clauses);
        if (lines != null) {
            assertThat(Shown.texts(duties, "title")).startsWith(first).endsWith(last);
        }
    }

    @ParameterizedTest
    @Clause("PRF-04")
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "perm | CNPPM | ЦНППМПР | ГАУ ДПО «ИРО ПК» | - | -",
        "sevastopol | CNPPM | ЦНППМ | ГАОУ ПО «ИРО» | - | -",
        "arkhangelsk | CNPPM | ЦНППМ АО ИОО | АО ИОО | - | -",
        "kuzbass | CNPPM | ЦНППМ | - | - | -",
        "tyumen | CNPPM | - | ТОГИРРО | ЦНППМ г. Тюмени; ОНППМ г. Ишима; ОНППМ г. Тобольска | -",
        "perm | REGIONAL_AUTHORITY | Министерство образования и науки Пермского края | - | - | -",
        "sevastopol | REGIONAL_AUTHORITY | Департамент образования и науки города Севастополя | - | - | -",
        "arkhangelsk | REGIONAL_AUTHORITY | Министерство образования Архангельской области | - | - | -",
        "kuzbass | REGIONAL_AUTHORITY | Министерство образования Кузбасса | - | - | -",
        "tyumen | REGIONAL_AUTHORITY | Департамент образования и науки Тюменской области | - | - | -",
        "perm | DPO_INSTITUTE | ГАУ ДПО «ИРО ПК»; ГБОУ ДПО «КПИПКРО» | - | - | -",
        "perm | MUNICIPAL_METHOD_TEAM | - | - | - | ММК",
        "kuzbass | MMS | - | - | - | структура в составе МОУО",
        "tyumen | MUNICIPAL_AUTHORITY | - | - | - | МОУО",
        "arkhangelsk | CLUB | районные и городские клубы «Учитель года» | - | - | -"})
    void bearTheNamesOfTheirRegion(String region, String kind, @Nullable String named, @Nullable String parent,
                                   @Nullable String branches, @Nullable String title) {
        var shown = kind(region, kind, null);

        assertThat(Shown.texts(shown.at("/named"))).isEqualTo(split(named));
        assertThat(Shown.texts(shown.at("/branches"))).isEqualTo(split(branches));
        assertThat(shown.at("/parent").asString("")).isEqualTo(parent == null ? "" : parent);
        assertThat(shown.at("/title").asString("")).isEqualTo(title == null ? "" : title);
    }

    /// The clause is the one that says what there is at the level.
    @ParameterizedTest
    @Clause({"PRF-04", "PRF-05"})
    @CsvSource({
        "perm,        EXPERT_BANK,             895",
        "sevastopol,  RUMO,                    125",
        "arkhangelsk, TRADE_UNION,             426",
        "kuzbass,     MODEL_CENTRE_ADDITIONAL, 167",
        "tyumen,      KNOWLEDGE_SOCIETY,       281"})
    void areRefusedWhereOnlyAnotherRegionHasThem(String region, String kind, String line) {
        Region.of(region).refused("organisations", organisation(kind)).jsonPath("$.errors.length()").isEqualTo(1)
                .jsonPath("$.errors[0].pointer").isEqualTo("/kind")
                .jsonPath("$.errors[0].code").isEqualTo("no-such-kind")
                .jsonPath("$.errors[0].clause").value(Registry.citing(line));
    }

    @ParameterizedTest
    @Clause("PRF-05")
    @ValueSource(strings = {"perm", "sevastopol", "arkhangelsk", "kuzbass", "tyumen"})
    void includeBanksOfExpertsInArkhangelskAlone(String region) {
        var here = Region.of(region);
        if (!region.equals("arkhangelsk")) {
            here.refused("organisations", organisation("EXPERT_BANK")).jsonPath("$.errors[0].code").isEqualTo("no-such-kind");
            here.get("organisations?kind=EXPERT_BANK").jsonPath("$.items").isEmpty();
            return;
        }
        var bank = here.created("organisations", organisation("EXPERT_BANK"));

        here.get("organisations?kind=EXPERT_BANK&level=REGIONAL&limit=200").jsonPath("$.items[?(@.id == '%s')].kind".formatted(bank))
                .isEqualTo("EXPERT_BANK");
        here.refused("organisations", organisation("EXPERT_BANK").replace("REGIONAL", "MUNICIPAL").replace("null", here.municipality()))
                .jsonPath("$.errors[0].code").isEqualTo("wrong-level").jsonPath("$.errors[0].clause").value(Registry.citing("101"));
        assertThat(Shown.texts(kind(region, "EXPERT_BANK", null).at("/variants"))).containsExactly("ATTESTATION", "GIA");
    }

    @ParameterizedTest
    @Clause("PRF-05")
    @CsvSource({
        "sevastopol,  INSTITUTIONAL, CREATIVE_GROUP", "sevastopol, INSTITUTIONAL, AUTHOR_WORKSHOP",
        "sevastopol,  INSTITUTIONAL, TEACHERS_COUNCIL", "sevastopol, INSTITUTIONAL, MASTERY_SCHOOL",
        "arkhangelsk, MUNICIPAL,     CLUB", "arkhangelsk, MUNICIPAL, NETWORK_COMMUNITY"})
    void areCommunitiesOfOneRegionAndOfNoOther(String region, String level, String kind) {
        for (var other : List.of("perm", "sevastopol", "arkhangelsk", "kuzbass", "tyumen")) {
            var here = Region.of(other);
            var body = """
                    {"kind": "%s", "level": "%s", "title": "Объединение %s", "scope": "INTER_SUBJECT", "networked": false,
                     "young": false, "municipalityId": %s}""".formatted(kind, level, UUID.randomUUID(), here.municipality());
            if (other.equals(region)) {
                here.get("communities/" + here.created("communities", body)).jsonPath("$.kind").isEqualTo(kind);
            } else {
                here.refused("communities", body).jsonPath("$.errors[?(@.code == 'no-such-kind' || @.code == 'no-such-level')]")
                        .isNotEmpty();
            }
        }
    }

    /// No profile lists them all, and events with them are counted everywhere.
    @ParameterizedTest
    @Clause("REG-052")
    @ValueSource(strings = {"perm", "sevastopol", "arkhangelsk", "kuzbass", "tyumen"})
    void includeFederalCentresOfScientificSupportEverywhere(String region) {
        var here = Region.of(region);
        var centre = here.created("organisations", organisation("FEDERAL_SCIENTIFIC_CENTRE").replace("REGIONAL", "FEDERAL"));

        here.get("organisations?kind=FEDERAL_SCIENTIFIC_CENTRE&level=FEDERAL&limit=200")
                .jsonPath("$.items[?(@.id == '%s')].level".formatted(centre)).isEqualTo("FEDERAL");
        here.refused("organisations", organisation("FEDERAL_COORDINATOR").replace("REGIONAL", "FEDERAL"))
                .jsonPath("$.errors[0].code").isEqualTo("no-such-level");
    }

    private static String organisation(String kind) {
        return "{\"kind\": \"%s\", \"level\": \"REGIONAL\", \"name\": \"Организация %s\", \"municipalityId\": null}"
                .formatted(kind, UUID.randomUUID());
    }

    private static JsonNode kind(String region, String kind, @Nullable String variant) {
        return StreamSupport.stream(Shown.in(region).at("/organisationKinds").spliterator(), false)
                .filter(it -> it.at("/kind").asString("").equals(kind) && it.at("/variant").asString("").equals(variant == null ? "" : variant))
                .findFirst().orElseThrow();
    }

    private static List<String> split(@Nullable String texts) {
        return texts == null ? List.of() : List.of(texts.split("; "));
    }
}
