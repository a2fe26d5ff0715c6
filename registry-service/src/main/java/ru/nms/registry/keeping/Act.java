package ru.nms.registry.keeping;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// The document by which something was decided.
public record Act(@NotBlank @Size(max = 500) String title, @NotBlank @Size(max = 100) String number, @NotNull LocalDate date) {}
