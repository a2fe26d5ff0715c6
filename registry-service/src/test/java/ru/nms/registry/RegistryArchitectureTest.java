package ru.nms.registry;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

import ru.nms.platform.testkit.HouseRules;

@AnalyzeClasses(packages = "ru.nms.registry", importOptions = DoNotIncludeTests.class)
class RegistryArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(HouseRules.class);
}
