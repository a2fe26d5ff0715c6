package ru.nms.diagnostics.scoring;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import ru.nms.platform.problem.Fault;

/// By what an open answer is judged.
///
/// @param weight how much it counts beside the other criteria
/// @param levels the highest mark; the lowest is 0
public record Criterion(@NotBlank @Size(max = 50) String code, @NotBlank @Size(max = 500) String title,
                        @Min(1) @Max(100) int weight, @Min(1) @Max(20) int levels) {

    static List<Fault> faults(List<Criterion> criteria, String pointer) {
        var faults = new ArrayList<Fault>();
        var codes = criteria.stream().map(Criterion::code).toList();
        for (int i = 0; i < codes.size(); i++) {
            if (codes.subList(0, i).contains(codes.get(i))) {
                faults.add(Fault.at(pointer + "/" + i + "/code", "repeated-option", codes.get(i)));
            }
        }
        return faults;
    }
}
