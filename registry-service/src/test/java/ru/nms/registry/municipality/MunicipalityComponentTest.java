package ru.nms.registry.municipality;

import static ru.nms.registry.Registry.TYUMEN;
import static ru.nms.registry.Registry.get;
import static ru.nms.registry.Registry.municipality;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

import ru.nms.platform.access.Role;
import ru.nms.platform.testkit.Clause;

class MunicipalityComponentTest {

    private final WebTestClient teacher = TYUMEN.as(Role.TEACHER);

    @Test
    @Clause({"REG-046", "REG-049"})
    void listsTheMunicipalitiesOfTheProfileByName() {
        get(teacher, "municipalities?sort=name&limit=100&count=true").expectStatus().isOk()
                .expectBody()
                .jsonPath("$.total").isEqualTo(26)
                .jsonPath("$.items.length()").isEqualTo(26)
                .jsonPath("$.next").doesNotExist()
                .jsonPath("$.items[0].name").isEqualTo("Абатский")
                .jsonPath("$.items[0].code").isEqualTo("abatskiy")
                .jsonPath("$.items[0].territoryType").isEqualTo("RURAL")
                .jsonPath("$.items[0].groupings[0]").isEqualTo("ISHIM")
                .jsonPath("$.items[0].methodists.2023").isEqualTo(4)
                .jsonPath("$.items[0].teachersReported.2022").isEqualTo(191)
                .jsonPath("$.items[0].version").isEqualTo(1);
    }

    @Test
    @Clause("REG-048")
    void findsByAliasWhateverTheSpelling() {
        get(teacher, "municipalities?q=ГОЛЫШМАНОВСКИЙ ГО").expectBody().jsonPath("$.items.length()").isEqualTo(1);
        get(teacher, "municipalities?q=Нижне-Тавдинский").expectBody().jsonPath("$.items[0].name").isEqualTo("Нижнетавдинский");
        get(teacher, "municipalities?q=Ярково").expectBody().jsonPath("$.items[0].name").isEqualTo("Ярковский");
    }

    @Test
    @Clause("PRF-08")
    void filtersByUnitAndTerritory() {
        get(teacher, "municipalities?grouping=TOBOLSK&count=true").expectBody().jsonPath("$.total").isEqualTo(4);
        get(teacher, "municipalities?grouping=TOBOLSK&territoryType=CITY&count=true").expectBody().jsonPath("$.total").isEqualTo(1);
        get(teacher, "municipalities?district=TOBOLSK").expectStatus().isBadRequest();
    }

    @Test
    void showsOneOrNone() {
        get(teacher, "municipalities/" + municipality("Абатский")).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"1\"")
                .expectBody().jsonPath("$.name").isEqualTo("Абатский");
        get(teacher, "municipalities/" + java.util.UUID.randomUUID()).expectStatus().isNotFound();
    }
}
