package ru.nms.diagnostics.rule;

import java.util.List;

import org.jspecify.annotations.Nullable;

import ru.nms.platform.problem.Fault;

/// A closed list of codes and where it stands.
///
/// @param codes  empty when no source of the region gives the list; then nothing is borrowed from another region
/// @param source as the profile writes it; `PRODUCT_DEFAULT` where the product's list stands in
/// @param clause in words: the list's own, or the region's main act
public record ClosedList(List<String> codes, @Nullable String source, String clause) {

    public boolean adopted() {
        return !codes.isEmpty();
    }

    /// @param list of the profile, such as `diagnostics.providers`
    public List<Fault> check(String pointer, String code, String list) {
        if (codes.contains(code)) {
            return List.of();
        }
        return List.of((adopted() ? Fault.at(pointer, "outside-profile", String.join(", ", codes))
                : Fault.at(pointer, "not-adopted", list)).under(clause));
    }
}
