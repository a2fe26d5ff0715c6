package ru.nms.diagnostics;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

import ru.nms.platform.testkit.HouseRules;

@AnalyzeClasses(packages = "ru.nms.diagnostics", importOptions = DoNotIncludeTests.class)
class DiagnosticsArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(HouseRules.class);
}
