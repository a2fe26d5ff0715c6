package ru.nms.registry.site;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import ru.nms.registry.organisation.Equipment;

/// What is learnt at a site, alone or in a group.
record InternshipProgramme(@NotNull UUID siteId, @NotBlank @Size(max = 500) String title, @NotBlank @Size(max = 300) String topic,
                           @NotNull Form form, @NotNull @Positive Integer hours,
                           @Size(max = 10) List<@NotNull Equipment> equipment) {

    enum Form { INDIVIDUAL, GROUP }

    InternshipProgramme {
        equipment = equipment == null ? List.of() : List.copyOf(equipment);
    }
}
