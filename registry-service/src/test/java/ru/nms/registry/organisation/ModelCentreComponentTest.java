package ru.nms.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.nms.registry.Shelf.created;
import static ru.nms.registry.Shelf.ids;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;
import ru.nms.registry.Region;
import ru.nms.registry.Registry;
import ru.nms.registry.Shelf;

/// The model centre of additional education with its supports, and the resource centres of the districts of Arkhangelsk.
class ModelCentreComponentTest {

    private final WebTestClient arkhangelsk = Shelf.in("arkhangelsk").as(Role.COORDINATOR);
    private final UUID kotlas = Registry.municipality(arkhangelsk, "г.Котлас");
    private final UUID velsk = Registry.municipality(arkhangelsk, "Вельский");
    private final UUID city = Registry.municipality(arkhangelsk, "г. Архангельск");

    @Test
    @Clause("REG-051")
    void hasItsOwnSupportsInMunicipalities() {
        var centre = opened("MODEL_CENTRE_ADDITIONAL", "REGIONAL", null, null);
        var other = opened("MODEL_CENTRE_ADDITIONAL", "REGIONAL", null, null);
        var inKotlas = opened("MUNICIPAL_SUPPORT_CENTRE", "MUNICIPAL", kotlas, centre);
        var inVelsk = opened("MUNICIPAL_SUPPORT_CENTRE", "MUNICIPAL", velsk, centre);
        var foreign = opened("MUNICIPAL_SUPPORT_CENTRE", "MUNICIPAL", velsk, other);
        opened("DISTRICT_RESOURCE_CENTRE", "MUNICIPAL", city, centre);

        assertThat(ids(arkhangelsk, "organisations?kind=MUNICIPAL_SUPPORT_CENTRE&parentId=" + centre))
                .containsExactlyInAnyOrder(inKotlas, inVelsk);
        assertThat(ids(arkhangelsk, "organisations?kind=MUNICIPAL_SUPPORT_CENTRE&parentId=" + other)).containsExactly(foreign);
        assertThat(ids(arkhangelsk, "organisations?kind=MUNICIPAL_SUPPORT_CENTRE&parentId=" + centre + "&municipalityId=" + velsk))
                .containsExactly(inVelsk);
        Registry.get(arkhangelsk, "organisations/" + inKotlas).expectBody().jsonPath("$.parentId").isEqualTo(centre.toString())
                .jsonPath("$.level").isEqualTo("MUNICIPAL").jsonPath("$.municipalityId").isEqualTo(kotlas.toString());
    }

    @Test
    @Clause("REG-051")
    void supportsNothingFromNowhere() {
        refused(draft("MUNICIPAL_SUPPORT_CENTRE", "MUNICIPAL", velsk, UUID.randomUUID()), "/parentId", "unknown-organisation");
        refused(draft("MUNICIPAL_SUPPORT_CENTRE", "MUNICIPAL", null, null), "/municipalityId", "municipality-required");
        refused(draft("MUNICIPAL_SUPPORT_CENTRE", "REGIONAL", null, null), "/level", "wrong-level");
    }

    @Test
    @Clause("REG-051")
    void standsBesideTheResourceCentresOfTheCity() {
        var northern = opened("DISTRICT_RESOURCE_CENTRE", "MUNICIPAL", city, null);
        var southern = opened("DISTRICT_RESOURCE_CENTRE", "MUNICIPAL", city, null);

        assertThat(ids(arkhangelsk, "organisations?kind=DISTRICT_RESOURCE_CENTRE&limit=200&municipalityId=" + city)).contains(northern, southern);
        assertThat(ids(arkhangelsk, "organisations?kind=DISTRICT_RESOURCE_CENTRE&municipalityId=" + kotlas)).isEmpty();
        refused(draft("DISTRICT_RESOURCE_CENTRE", "REGIONAL", null, null), "/level", "wrong-level");
    }

    @ParameterizedTest
    @Clause("REG-051")
    @ValueSource(strings = {"perm", "sevastopol", "kuzbass", "tyumen"})
    void standsInNoOtherRegion(String region) {
        Region.of(region).refused("organisations", draft("MODEL_CENTRE_ADDITIONAL", "REGIONAL", null, null))
                .jsonPath("$.errors[0].code").isEqualTo("no-such-kind").jsonPath("$.errors[0].clause").isNotEmpty();
    }

    private UUID opened(String kind, String level, @Nullable UUID municipality, @Nullable UUID parent) {
        return created(arkhangelsk, "organisations", draft(kind, level, municipality, parent));
    }

    private void refused(String draft, String pointer, String code) {
        Registry.post(arkhangelsk, "organisations", draft).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.errors.length()").isEqualTo(1)
                .jsonPath("$.errors[0].pointer").isEqualTo(pointer).jsonPath("$.errors[0].code").isEqualTo(code);
    }

    private static String draft(String kind, String level, @Nullable UUID municipality, @Nullable UUID parent) {
        return "{\"kind\": \"%s\", \"level\": \"%s\", \"name\": \"Центр %s\", \"municipalityId\": %s, \"parentId\": %s}"
                .formatted(kind, level, UUID.randomUUID(), quoted(municipality), quoted(parent));
    }

    private static String quoted(@Nullable UUID id) {
        return id == null ? "null" : "\"" + id + "\"";
    }
}
