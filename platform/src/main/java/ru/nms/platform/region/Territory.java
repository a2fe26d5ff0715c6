package ru.nms.platform.region;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The map of the region. `municipalityCount` is what the source says; the list may be shorter unless it is complete.
public record Territory(@Nullable String municipalityLevel, List<String> municipalityTypes,
                        @Nullable Integer municipalityCount, boolean municipalitiesComplete, @Nullable Source source,
                        @Nullable String note, List<Grouping> groupings, List<TerritoryType> territoryTypes,
                        List<Municipality> municipalities, List<MmsLegalForm> mmsLegalForms,
                        @Nullable PrintedTotals printedTotals) {

    /// A kind of place by which municipalities are compared, such as rural and remote.
    ///
    /// @param rule     as the source words it
    /// @param evidence what must be on record for a municipality of this type; nothing when absent
    public record TerritoryType(String code, String title, @Nullable String rule, @Nullable Evidence evidence,
                                @Nullable Source source) {}

    /// @param officialList it stands in the official list of remote places
    /// @param overKm       it lies farther than this from a city
    public record Evidence(boolean officialList, @Nullable Integer overKm) {

        /// Whether what is on record bears the type out. Exactly as far as the limit is not farther.
        public boolean holds(boolean listed, @Nullable Integer km) {
            return (!officialList || listed) && (overKm == null || km != null && km > overKm);
        }
    }

    /// A form in which a municipal method service exists, with the number the source gives.
    public record MmsLegalForm(String code, String title, int count, @Nullable Source source) {}

    /// Totals as printed; kept apart from sums because a printed total may be wrong.
    public record PrintedTotals(Map<Integer, Integer> methodists, Map<Integer, Integer> teachersReported,
                                Map<Integer, Integer> teachersInText, @Nullable Source source) {

        public PrintedTotals {
            methodists = Copies.sorted(methodists);
            teachersReported = Copies.sorted(teachersReported);
            teachersInText = Copies.sorted(teachersInText);
        }
    }

    public Territory {
        municipalityTypes = Copies.list(municipalityTypes);
        groupings = Copies.list(groupings);
        territoryTypes = Copies.list(territoryTypes);
        municipalities = Copies.list(municipalities);
        mmsLegalForms = Copies.list(mmsLegalForms);
    }
}
