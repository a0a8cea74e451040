using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Turna.Cases.Contracts;
using Turna.Kernel;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Web.Demonstration;

/// <summary>
/// Fills the demonstration's database day by day through the same use cases as the pages, with the clock of that day: people come, come again,
/// cases are opened and closed, tasks become due. Deterministic by seed but for the ids and keys.
/// </summary>
internal sealed class Filling(IServiceProvider host, MovableClock clock, Draw draw, DateOnly today)
{
    private const int Days = 730;
    private const int DaysAtOnce = 7;
    private const int ContactsOfTen = 18;

    private static readonly (string Title, string Text)[] ReadyTexts =
    [
        ("Задержка зарплаты: что собрать", "Соберите договор, переписку с работодателем, фото с объекта, имена свидетелей. Запишите даты и суммы выплат. Срок обращения в суд — один год со дня, когда должны были заплатить."),
        ("Забрали паспорт", "Удерживать паспорт никто не вправе. Не подписывайте новых бумаг. Запишите, у кого паспорт и с какого дня; мы поможем с заявлением и с консульством."),
        ("Учёт и договор ЕАЭС", "С трудовым договором гражданам Кыргызстана патент не нужен. Договор должен быть письменным; сохраните копию и уведомление."),
        ("Проверка запрета на въезд", "Запрет проверяется по паспортным данным на сайте МВД России. Если запись есть, пришлите нам скриншот с датой."),
    ];

    private static readonly string[] Advice =
    [
        "Объяснила порядок обращения, договорились о документах.", "Кантип арыз жазууну түшүндүрдүм.", "Написали работодателю, ждём ответа до пятницы.",
        "Проверили сроки пребывания, напомнила о регистрации.", "Передала контакты консульства, записала на приём.", "Сүйлөштүк, документтерди жөнөтөт.",
    ];

    private static readonly Dictionary<string, string> TypeOfTopic = new(StringComparer.Ordinal)
    {
        ["wages"] = "UnpaidWages", ["overtime"] = "UnpaidWages", ["documents_withheld"] = "DocumentsWithheld", ["forced_labour"] = "ForcedLabour",
        ["gbv"] = "GenderBasedViolence", ["reentry_ban"] = "StayAndReentryBan", ["migration_law"] = "StayAndReentryBan", ["health"] = "Health",
        ["pension"] = "Pension", ["child_left"] = "ChildLeftBehind", ["return"] = "Return",
    };

    private readonly List<PersonId> known = [];
    private readonly List<string> madeUp = [];

    /// <summary>Names and telephones of everyone made up so far: what nobody must find in the files.</summary>
    public IReadOnlyList<string> MadeUp => madeUp;

    /// <summary>Fills with so many people; reports how far it is as a share of one.</summary>
    public async Task RunAsync(int people, IReadOnlyList<DemoDesk> desks, DemoDesk supervisor, IProgress<double>? progress, CancellationToken cancel)
    {
        var seated = new List<SeatedDesk>();
        try
        {
            foreach (var desk in desks.Prepend(supervisor)) seated.Add(await desk.SitDownAsync(host, cancel));
            var (salima, workers) = (seated[0], seated.Skip(1).ToList());
            clock.MoveTo(Morning(0));
            await salima.Desk.KeepReadyTextsAsync(ReadyTexts, salima.Actor, cancel);
            var contacts = Math.Max(1, people * ContactsOfTen / 10);
            for (var day = 0; day <= Days; day += DaysAtOnce)
            {
                var last = Math.Min(day + DaysAtOnce - 1, Days);
                clock.MoveTo(Morning(Math.Min(last + 1, Days)));
                var approvals = await WorkAsync(Plan(day, last, people, contacts, workers), workers, cancel);
                foreach (var id in approvals) await salima.Desk.CloseAsync(id, salima.Actor, cancel);
                progress?.Report((last + 1.0) / (Days + 1));
            }
        }
        finally
        {
            foreach (var desk in seated) await desk.DisposeAsync();
        }
    }

    /// <summary>Everything that happens from one day to another, drawn in one order, so that the same seed gives the same whoever is quicker at work.</summary>
    private List<DemoContact> Plan(int from, int to, int people, int contacts, List<SeatedDesk> workers)
    {
        var planned = new List<DemoContact>();
        var knownBefore = known.Count;
        for (var day = from; day <= to; day++)
        {
            var at = Morning(day);
            for (var number = Due(day, contacts); number < Due(day + 1, contacts); number++)
            {
                at += TimeSpan.FromMinutes(draw.Between(1, 20));
                planned.Add(Contact(number, day, at, people, contacts, knownBefore, workers));
            }
        }

        return planned;
    }

    private DemoContact Contact(int number, int day, DateTimeOffset at, int people, int contacts, int knownBefore, List<SeatedDesk> workers)
    {
        var worker = draw.One(workers);
        var topics = draw.TopicsOfOne();
        var expected = (int)((long)people * (number + 1) / contacts);
        var fresh = known.Count < expected ? draw.Person(known.Count, DateOnly.FromDateTime(at.UtcDateTime)) with { Team = worker.Team } : null;
        var anonymous = fresh is null && draw.Chance(0.12);
        // Whoever came in these same days may still be at another desk.
        PersonId? returning = fresh is null && !anonymous && knownBefore > 0 ? known[draw.Between(0, knownBefore - 1)] : null;
        var logged = new DemoConsultation
        {
            Team = worker.Team, Known = returning, Fresh = fresh, Channel = draw.Channel(), Country = draw.Destination(), Topics = topics,
            Language = draw.Chance(0.7) ? "ky" : "ru", Minutes = draw.Between(2, 12) * 5, Advice = draw.One(Advice),
            CallBackInDays = number > contacts * 0.97 && draw.Chance(0.15) ? draw.Between(0, 20) : null,
        };
        if (fresh is not null) Remember(fresh);
        return new DemoContact(worker, at, logged, (fresh?.Id ?? returning) is { } person && draw.Chance(0.1) ? CaseOf(person, topics[0], day, workers) : null);
    }

    private DemoMatter CaseOf(PersonId person, string topic, int day, List<SeatedDesk> workers)
    {
        var caseworkers = workers.Where(w => w.OpensCases).ToList();
        var type = TypeOfTopic.GetValueOrDefault(topic, "Other");
        var guarded = type is "GenderBasedViolence" or "ForcedLabour";
        var worker = draw.One(guarded && caseworkers.Exists(w => w.IsProtection) ? caseworkers.Where(w => w.IsProtection).ToList() : caseworkers);
        var old = day < Days - 120;
        var course = Course(type, old, day > Days - 60);
        return new DemoMatter(worker, Morning(day) + TimeSpan.FromHours(10), person, type, guarded, course, MayClose: course.Stages > 3 && old);
    }

    /// <summary>All desks work at the same time, as in an office: their writes become durable together. Returns the cases that may be closed.</summary>
    private async Task<IReadOnlyList<CaseId>> WorkAsync(List<DemoContact> planned, List<SeatedDesk> workers, CancellationToken cancel)
    {
        var logged = new ConcurrentDictionary<DemoContact, ConsultationId>(ReferenceEqualityComparer.Instance);
        await Task.WhenAll(workers.Select(worker => Task.Run(
            async () =>
            {
                foreach (var contact in planned.Where(c => c.Worker == worker))
                {
                    clock.AtThisDesk(contact.At);
                    logged[contact] = await worker.Desk.LogAsync(contact.Logged, worker.Actor, cancel);
                }
            },
            cancel)));
        var closing = await Task.WhenAll(workers.Select(worker => Task.Run(() => OpenCasesAsync(worker, planned, logged, cancel), cancel)));
        return [.. closing.SelectMany(c => c)];
    }

    private async Task<List<CaseId>> OpenCasesAsync(
        SeatedDesk worker, IEnumerable<DemoContact> planned, ConcurrentDictionary<DemoContact, ConsultationId> logged, CancellationToken cancel)
    {
        var mayClose = new List<CaseId>();
        foreach (var contact in planned)
        {
            if (contact.Matter is not { } matter || matter.Worker != worker) continue;
            clock.AtThisDesk(matter.At);
            // Her team's own contact is where the case began; one of another team stays with that team.
            ConsultationId? began = contact.Worker.Team == worker.Team ? logged[contact] : null;
            var id = await worker.Desk.OpenAsync(matter.Person, began, worker.Team, matter.Type, matter.Guarded, matter.Course, worker.Actor, cancel);
            if (matter.MayClose) mayClose.Add(id);
        }

        return mayClose;
    }

    private DateTimeOffset Morning(int day) => new(today.AddDays(day - Days).ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero);

    private static int Due(int day, int contacts) => (int)((long)contacts * day / (Days + 1));

    private void Remember(NewPerson person)
    {
        known.Add(person.Id);
        madeUp.Add(person.WholeName ?? $"{person.Family} {person.Given} {person.Patronymic}");
        if (person.PassportName is { } latin) madeUp.Add(latin);
        madeUp.AddRange(person.Documents.Select(d => d.Number));
        foreach (var phone in person.Phones) madeUp.AddRange([phone.Number, string.Concat(phone.Number.Where(char.IsAsciiDigit))]);
    }

    private DemoCourse Course(string type, bool old, bool recent) => new()
    {
        Reason = type switch
        {
            "UnpaidWages" => "Не заплатили за последние месяцы, работодатель не отвечает.",
            "DocumentsWithheld" => "Паспорт у хозяйки, отдавать отказывается.",
            "GenderBasedViolence" => "Просит помощи, дома небезопасно.",
            "ForcedLabour" => "Не отпускают с работы, живёт на объекте.",
            _ => "Нужна помощь, подробности в заметках.",
        },
        Stages = old ? draw.Between(3, 4) : draw.Between(0, 4),
        Notes = [draw.One(Advice)],
        Services = draw.Chance(0.7) ? [draw.One(["legal_advice", "information", "documents", "psychological", "mediation", "humanitarian"])] : [],
        Task = recent ? draw.One(["Написать работодателю", "Позвонить и узнать новости", "Подготовить претензию", "Проверить ответ инспекции"]) : null,
        TaskInDays = draw.Between(10, 60),
        InDanger = recent && type is "GenderBasedViolence" or "ForcedLabour" && draw.Chance(0.5),
        HoursSinceIncident = type == "GenderBasedViolence" ? draw.Between(1, 60) : null,
        Recovered = type == "UnpaidWages" && draw.Chance(0.5) ? new Money(draw.Between(10, 300) * 1000, "RUB") : null,
    };
}

/// <summary>A contact that will be logged at a desk, and the case that comes of it.</summary>
internal sealed record DemoContact(SeatedDesk Worker, DateTimeOffset At, DemoConsultation Logged, DemoMatter? Matter);

/// <summary>A case that will be opened at a desk and taken along its course.</summary>
internal sealed record DemoMatter(SeatedDesk Worker, DateTimeOffset At, PersonId Person, string Type, bool Guarded, DemoCourse Course, bool MayClose);

/// <summary>A member at whose desk the demonstration works.</summary>
internal sealed record DemoDesk(MemberId Member, string Password, TeamId Team)
{
    /// <summary>Opens her keys once and keeps them for the whole filling.</summary>
    public async Task<SeatedDesk> SitDownAsync(IServiceProvider host, CancellationToken cancel)
    {
        var scope = host.CreateAsyncScope();
        var actor = await Founding.OpenInAsync(scope.ServiceProvider, Member, Password, cancel);
        scope.ServiceProvider.GetRequiredService<Data.TurnaDb>().ChangeTracker.Clear();
        return new SeatedDesk(scope, actor, Team);
    }
}

/// <summary>A desk with its keys open.</summary>
internal sealed class SeatedDesk(AsyncServiceScope scope, Actor actor, TeamId team) : IAsyncDisposable
{
    public Actor Actor => actor;

    public TeamId Team => team;

    public bool OpensCases => actor.HasIn(Role.Caseworker, team) || actor.HasIn(Role.Protection, team);

    public bool IsProtection => actor.HasIn(Role.Protection, team);

    public CaseDemonstration Desk { get; } = scope.ServiceProvider.GetRequiredService<CaseDemonstration>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
