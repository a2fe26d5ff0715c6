package ru.nms.registry.person;

import java.util.Arrays;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import ru.nms.platform.list.Kind;

/// The education under which a person teaches a subject.
///
/// @param profile the speciality of the diploma; one that spans several subjects names them: «математика и информатика»
record SubjectProfile(@NotBlank @Size(max = 200) String subject, @NotBlank @Size(max = 200) String profile) {

    boolean of(String taught) {
        return Kind.fold(subject).equals(Kind.fold(taught));
    }

    /// Whether the profile is the subject, or one of its parts is.
    boolean match() {
        return Arrays.stream(Kind.fold(profile).split("\\s*[,;/+]\\s*| и ")).anyMatch(part -> part.equals(Kind.fold(subject)));
    }
}
