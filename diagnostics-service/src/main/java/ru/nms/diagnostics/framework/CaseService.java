package ru.nms.diagnostics.framework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Validator;

import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;
import ru.nms.diagnostics.rule.Rulebook;
import ru.nms.platform.access.Caller;
import ru.nms.platform.json.EventJson;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.Refusal.Faults;
import ru.nms.platform.problem.ValidBeans;
import ru.nms.platform.register.Entry;
import ru.nms.platform.register.Register;
import ru.nms.platform.register.Registers;
import ru.nms.platform.time.Ids;
import ru.nms.platform.tx.Tx;
import tools.jackson.core.JacksonException;

/// Frameworks in and out in the shape of CASE.
@Service
class CaseService {

    /// What became of a package.
    ///
    /// @param left        associations that have no place here
    /// @param leftRubrics those without a threshold, which every scale here has
    record Taken(Entry<Framework> framework, int competences, int links, int scales, List<CaseReader.Left> left,
                 List<CaseReader.LeftRubric> leftRubrics) {}

    private final Registers registers;
    private final Register<Framework> frameworks;
    private final Register<Competence> competences;
    private final Register<CompetenceLink> links;
    private final Register<Scale> scales;
    private final CaseStore store;
    private final CompetenceRules rules;
    private final Rulebook rulebook;
    private final Validator validator;
    private final EventJson json;
    private final Tx tx;

    CaseService(Registers registers, Register<Framework> frameworks, Register<Competence> competences, Register<CompetenceLink> links,
                Register<Scale> scales, CaseStore store, CompetenceRules rules, Rulebook rulebook, Validator validator, EventJson json, Tx tx) {
        this.registers = registers;
        this.frameworks = frameworks;
        this.competences = competences;
        this.links = links;
        this.scales = scales;
        this.store = store;
        this.rules = rules;
        this.rulebook = rulebook;
        this.validator = validator;
        this.json = json;
        this.tx = tx;
    }

    Mono<CasePackage> write(Caller caller, UUID id) {
        return tx.run(registers.find(frameworks, caller, id).flatMap(entry -> Mono.zip(store.competences(id), store.bonds(id), store.scales(id))
                .map(all -> new CaseWriter(entry.content(), entry.changedAt(), all.getT1(), all.getT2(), all.getT3()).write())));
    }

    /// @param body JSON of a package; a foreign one has more in it than is known here
    Mono<Taken> take(Caller caller, byte[] body) {
        return Mono.fromSupplier(() -> checked(body)).flatMap(reader -> tx.run(
                store.version(String.valueOf(frameworks.keyOf(reader.framework())))
                        .flatMap(twin -> Mono.<Taken>error(Refusal.conflict("already-registered").with("existing", twin)))
                        .switchIfEmpty(Mono.defer(() -> enter(caller, reader)))));
    }

    private Mono<Taken> enter(Caller caller, CaseReader reader) {
        var all = reader.competences();
        var measures = new LinkedHashMap<UUID, Scale>();
        reader.scales().values().forEach(scale -> measures.put(Ids.next(), scale));
        return registers.enter(frameworks, Map.of(reader.id(), reader.framework()))
                .then(Mono.defer(() -> registers.enter(competences, all)))
                .then(Mono.defer(() -> registers.enter(scales, measures)))
                .then(Mono.defer(() -> links(reader)))
                .flatMap(bound -> registers.enter(links, bound)
                        .then(registers.find(frameworks, caller, reader.id()))
                        .map(entry -> new Taken(entry, all.size(), bound.size(), measures.size(), reader.left(), reader.leftRubrics())));
    }

    /// Links go to competences that stood here before; those within one version mean nothing here.
    private Mono<Map<UUID, CompetenceLink>> links(CaseReader reader) {
        return store.known(reader.bonds().stream().map(CaseReader.Bond::to).toList(), reader.id()).map(known -> {
            var found = new LinkedHashMap<UUID, CompetenceLink>();
            reader.bonds().forEach(bond -> {
                var to = known.get(bond.to());
                if (to == null) {
                    reader.leave(bond, reader.made().containsKey(bond.to()) ? "same-framework" : "unknown-end");
                } else {
                    found.put(Ids.next(), new CompetenceLink(Objects.requireNonNull(reader.made().get(bond.from())), to, bond.kind(),
                            bond.identifier()));
                }
            });
            return found;
        });
    }

    private CaseReader checked(byte[] body) {
        var reader = new CaseReader(read(body), Set.copyOf(rulebook.areasAndLiteracy(rulebook.today()).codes()), Ids.next(), Ids::next);
        reader.faults().refuse();
        var faults = new Faults();
        prefixed("/CFDocument", ValidBeans.faults(validator, reader.framework()), faults);
        int n = 0;
        for (var competence : reader.competences().values()) {
            var pointer = "/CFItems/" + n++;
            prefixed(pointer, ValidBeans.faults(validator, competence), faults);
            prefixed(pointer, rules.alone(competence).found(), faults);
        }
        reader.scales().forEach((place, scale) -> {
            var found = ValidBeans.faults(validator, scale);
            prefixed("/CFRubrics/" + place, found.isEmpty() ? CompetenceRules.levels(scale).found() : found, faults);
        });
        faults.refuse();
        return reader;
    }

    private CasePackage read(byte[] body) {
        try {
            var read = json.mapper().readValue(body, CasePackage.class);
            if (read != null) {
                return read;
            }
        } catch (IllegalArgumentException | JacksonException e) {
            throw Refusal.malformed(Fault.at("", "not-a-case-package"));
        }
        throw Refusal.malformed(Fault.at("", "not-a-case-package"));
    }

    private static void prefixed(String pointer, List<Fault> found, Faults faults) {
        found.forEach(fault -> faults.addAll(List.of(new Fault(pointer + fault.pointer(), fault.code(), fault.args(), fault.clause()))));
    }
}
