package ru.nms.registry.young;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import ru.nms.registry.keeping.Act;

/// A region's model of supporting young teachers.
record YoungModel(@NotBlank @Size(max = 500) String title, @NotNull @Valid Act act, @NotNull LocalDate since,
                  @Nullable LocalDate until, @NotNull @Size(min = 1, max = 50) List<@NotBlank @Size(max = 500) String> measures) {}
