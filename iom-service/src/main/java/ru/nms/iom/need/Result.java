package ru.nms.iom.need;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A diagnostic result as far as routes need to know it.
public record Result(UUID id, LocalDate takenOn, List<String> competences) {}
