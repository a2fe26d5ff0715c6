package ru.nms.registry.community;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.ReadAudit;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.OfList;
import ru.nms.platform.list.Page;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.table.Table;
import ru.nms.registry.community.NetworkProductStore.Growth;
import ru.nms.registry.community.NetworkProductStore.Product;

/// What other teachers can take from professional networks: their products, and whom to ask.
@RestController
@RequestMapping("/api/registry/v1")
class NetworkProductResource {

    private static final Table<Product> PRODUCTS = Table.<Product>named("network-products")
            .column("kind", "Вид", it -> kind(it.kind())).column("title", "Название", Product::title)
            .column("summary", "Аннотация", Product::summary).column("link", "Ссылка", Product::link)
            .column("madeOn", "Дата", Product::madeOn).column("subjects", "Предметы", Product::subjects);

    private static final Table<Growth> GROWTH = Table.<Growth>named("network-growth")
            .column("name", "Педагог", Growth::name).column("community", "Объединение", Growth::community)
            .column("memberSince", "Участник с", Growth::memberSince).column("what", "Достижение", it -> what(it.what()))
            .column("reachedOn", "Дата", Growth::reachedOn);

    private final NetworkProductStore store;
    private final RegionCalendar calendar;
    private final ReadAudit audit;

    NetworkProductResource(NetworkProductStore store, RegionCalendar calendar, ReadAudit audit) {
        this.store = store;
        this.calendar = calendar;
        this.audit = audit;
    }

    /// What networks have made, and whom to ask for it.
    @Allow(anyoneSignedIn = true)
    @GetMapping("/network-products")
    Tabular<Page<Product>> products(@OfList(value = NetworkProductStore.class, name = "network-products") ListRequest request) {
        return store.products(request, calendar.today()).as(PRODUCTS);
    }

    /// What members of networks reached after they had joined.
    @Allow({Role.TEACHER, Role.ORGANISATION, Role.METHODIST, Role.MUNICIPALITY, Role.ASSESSOR, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping("/network-growth")
    Tabular<Page<Growth>> growth(Caller caller, @OfList(value = NetworkProductStore.class, name = "network-growth") ListRequest request,
                                 ServerWebExchange exchange) {
        return store.growth(caller, request, calendar.today())
                .before(shown -> audit.record(caller, shown.stream().map(Growth::personId).distinct().toList(), "growth", exchange))
                .as(GROWTH);
    }

    private static String kind(String code) {
        return switch (code) {
            case "PRACTICE" -> "Практика";
            case "TECHNIQUE" -> "Методика";
            case "DIDACTIC" -> "Дидактическая разработка";
            case "RECOMMENDATION" -> "Методические рекомендации";
            case "DIGITAL" -> "Цифровой материал";
            case "PUBLICATION" -> "Публикация";
            case "RESOURCE" -> "Ресурс";
            case "WORK" -> "Работа";
            default -> "Материал сети";
        };
    }

    private static String what(String code) {
        return switch (code) {
            case "CATEGORY" -> "Квалификационная категория";
            case "METHODIST" -> "Методист";
            case "TUTOR" -> "Тьютор";
            case "MENTOR" -> "Наставник";
            case "PRACTICE" -> "Опубликованная практика";
            default -> "Руководитель объединения";
        };
    }
}
