package ru.nms.platform.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.RestController;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import ru.nms.platform.outbox.Outbox;
import ru.nms.platform.tx.Tx;

/// The rules of `CONTRIBUTING.md` that a machine can check, the same for every service:
/// `@AnalyzeClasses(packages = "ru.nms.registry", importOptions = DoNotIncludeTests.class) class RegistryArchitectureTest {
/// @ArchTest static final ArchTests RULES = ArchTests.in(HouseRules.class); }`
public final class HouseRules {

    private static final String[] STAGES =
            {"Resource", "Service", "Store", "Projection", "Settings", "Configuration", "Application"};

    @ArchTest
    static final ArchRule ONLY_RESOURCES_SPEAK_HTTP = classes().that().areAnnotatedWith(RestController.class)
            .should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule SQL_STANDS_IN_STORES_AND_PROJECTIONS = noClasses()
            .that(not(named("Store", "Projection", "Resource", "Configuration")))
            .should().dependOnClassesThat().areAssignableTo(DatabaseClient.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule USE_CASES_OPEN_TRANSACTIONS_AND_ANNOUNCE = noClasses()
            .that(not(named("Service", "Projection", "Configuration", "Application")))
            .should().dependOnClassesThat(assignableTo(Tx.class).or(assignableTo(Outbox.class))).allowEmptyShould(true);

    @ArchTest
    static final ArchRule TRANSACTIONS_GO_THROUGH_TX = noClasses()
            .should().dependOnClassesThat().areAssignableTo(TransactionalOperator.class)
            .orShould().dependOnClassesThat().areAssignableTo(Transactional.class);

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_FRAMEWORK = noClasses().that(not(named(STAGES)))
            .should().dependOnClassesThat(resideInAnyPackage("org.springframework..", "org.apache.kafka..")
                    .and(not(describe("stereotypes", type -> type.getPackageName().equals("org.springframework.stereotype")))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule TIME_IS_INJECTED = noClasses().should().callMethodWhere(
            target(owner(resideInAnyPackage("java.time.."))).and(target(nameMatching("now|systemUTC|systemDefaultZone|system")))
                    .and(describe("without a clock", call -> call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.getFullName().equals("java.time.Clock")))))
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NOBODY_WAITS = noClasses().should().callMethodWhere(
            target(owner(resideInAnyPackage("reactor.core.publisher.."))).and(target(nameMatching("block|blockFirst|blockLast|toStream|toIterable"))));

    @ArchTest
    static final ArchRule CAPABILITIES_ARE_FREE_OF_CYCLES =
            slices().matching("ru.nms.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule PACKAGES_ARE_FLAT = classes().should().resideInAnyPackage("ru.nms.*", "ru.nms.*.*");

    @ArchTest
    static final ArchRule PACKAGES_ARE_NAMED_BY_CAPABILITY = noClasses().should().resideInAnyPackage(
            "..controller..", "..service..", "..repository..", "..dto..", "..impl..", "..util..", "..model..", "..mapper..");

    /// At least three of five types are nobody's business but their package's.
    @ArchTest
    static void mostTypesStayInTheirPackage(JavaClasses all) {
        var types = all.stream().filter(JavaClass::isTopLevelClass).filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
        long own = types.stream().filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC)).count();

        assertThat(own * 5).as("%d of %d types are package-private", own, types.size()).isGreaterThanOrEqualTo(types.size() * 3L);
    }

    private HouseRules() {}

    /// By the name of the outermost type: what is nested belongs to its stage.
    private static DescribedPredicate<JavaClass> named(String... endings) {
        return describe("named " + String.join(", ", endings), type -> {
            var outer = type.getFullName().replaceFirst("\\$.*", "");
            return Arrays.stream(endings).anyMatch(outer::endsWith);
        });
    }
}
