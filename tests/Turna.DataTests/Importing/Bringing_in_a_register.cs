using Microsoft.EntityFrameworkCore;
using Turna.Cases;
using Turna.Cases.BringingIn;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Evidence.Keeping;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Restricting;
using Turna.Testing;
using Turna.Vault;

namespace Turna.DataTests.Importing;

public abstract class Bringing_in_a_register(TestOffice office)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Desk Supervisor => new(office, office.Supervisor);

    [Fact]
    public async Task Rows_become_people_consultations_and_facts_of_their_own_day()
    {
        var id = await Supervisor.BringInAsync(Registers.Csv(
            "1;15.05.2023;Жапарова Гүлзат;+996555700001;ж;1988;Ош;Россия;Москва;не выплатили зарплату;71500 руб;1000 руб;повторно",
            "2;16.06.2023;Жапарова Гүлзат;+996555700001;ж;1988;Ош;Россия;Москва;забрали паспорт;;;"));

        await using var hers = await office.AsAsync(office.Supervisor);
        var person = (await hers.Get<PersonFinder>().SearchAsync("Жапарова Гүлзат", hers.Actor, Cancel)).People.ShouldHaveSingleItem();
        person.BirthYear.ShouldBe(1988);
        var link = hers.Get<KeyVault>().LinkToken(Consultation.LinkKind, person.Id.Value);
        var db = hers.Get<TurnaDb>();
        var consultations = await db.Set<Consultation>().AsNoTracking().Where(c => c.PersonLink == link).OrderBy(c => c.On).ToListAsync(Cancel);
        consultations.Select(c => (c.On, c.Topics, c.Country)).ShouldBe([(new DateOnly(2023, 5, 15), "wages", "RU"), (new DateOnly(2023, 6, 16), "documents_withheld", "RU")]);

        var token = hers.Get<KeyVault>().FactToken(consultations[0].Id.Value);
        var fact = await db.Set<FactRow>().AsNoTracking().SingleAsync(f => f.Record == token, Cancel);
        (fact.On, fact.Sex, fact.AgeBand, fact.RecoveredMinor, fact.Currency).ShouldBe((new DateOnly(2023, 5, 15), Sex.Female, "30-39", 100_000L, "RUB"));
        fact.Person.ShouldBe(hers.Get<KeyVault>().Pseudonym(person.Id.Value));

        var said = await OpenAsync(hers, consultations[0]);
        said.Register!.Claimed.ShouldBe(71500m);
        said.Advice!.ShouldContain("повторно");
        (await Supervisor.SeeAsync(id)).Published.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_file_twice_adds_nothing()
    {
        var file = Registers.Many(30, "ж");
        await Supervisor.BringInAsync(file);
        var before = await Supervisor.CountAsync();

        var again = await Supervisor.StageAsync(file);
        await Supervisor.ReadAsync(again);
        await Supervisor.DecideAsync(again, InBulk.JoinAll, InBulk.LinkSure);
        (await Supervisor.PublishAsync(again)).Succeeded.ShouldBeTrue();

        var after = await Supervisor.CountAsync();
        (after with { Parts = before.Parts }).ShouldBe(before);
        (await Supervisor.SeeAsync(again)).Repeated.ShouldBe(30);
    }

    [Fact]
    public async Task The_same_register_with_added_rows_in_another_order_adds_only_those()
    {
        // A given name of their own: whoever another test brought in may be one letter away.
        var rows = Enumerable.Range(1, 14).Select(i => Registers.Row(i, "з", "Салтанат")).ToArray();
        await Supervisor.BringInAsync(Registers.Csv(rows[..12]));
        var before = await Supervisor.CountAsync();

        var id = await Supervisor.BringInAsync(Registers.Csv([rows[12], .. rows[..12].Reverse(), rows[13]]));

        var after = await Supervisor.CountAsync();
        (after.Consultations - before.Consultations, after.People - before.People).ShouldBe((2, 2));
        (await Supervisor.SeeAsync(id)).Repeated.ShouldBe(12);
    }

    [Fact]
    public async Task Two_rows_that_say_the_same_are_two_consultations()
    {
        var before = await Supervisor.CountAsync();
        await Supervisor.BringInAsync(Registers.Csv("1;15.05.2023;аноним;;;;;Россия;;пенсия;;;", "2;15.05.2023;аноним;;;;;Россия;;пенсия;;;"));

        ((await Supervisor.CountAsync()).Consultations - before.Consultations).ShouldBe(2);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(9)]
    public async Task Work_that_stops_in_the_middle_leaves_nothing_and_can_begin_again(int step)
    {
        var before = await Supervisor.CountAsync();
        var id = await Supervisor.StageAsync(Registers.Many(1200, $"к{(char)('а' + step)}"));
        await Supervisor.ReadAsync(id);
        await Supervisor.DecideAsync(id, InBulk.JoinAll, InBulk.LinkNone);

        await Should.ThrowAsync<WorkStoppedException>(() => Supervisor.PublishAsync(id, new StopsAt(step, new WorkStoppedException(Stop.Paused))));

        var stopped = await Supervisor.CountAsync();
        (stopped with { Parts = before.Parts }).ShouldBe(before);
        await using var hers = await office.AsAsync(office.Supervisor);
        (await hers.Get<PublishRegister>().HandleAsync(id, hers.Actor, new StopsAt(int.MaxValue, new InvalidOperationException()), Cancel)).Succeeded.ShouldBeTrue();
        ((await Supervisor.CountAsync()).Consultations - before.Consultations).ShouldBe(1200);
    }

    [Fact]
    public async Task Giving_up_leaves_nothing_and_the_staged_rows_open_no_more()
    {
        var before = await Supervisor.CountAsync();
        var id = await Supervisor.StageAsync(Registers.Many(40, "л"));
        await Supervisor.ReadAsync(id);
        (await Supervisor.CountAsync()).Parts.ShouldBeGreaterThan(before.Parts);

        await using (var hers = await office.AsAsync(office.Supervisor))
            (await hers.Get<CancelImport>().HandleAsync(id, stopped: true, hers.Actor, Cancel)).Succeeded.ShouldBeTrue();

        (await Supervisor.CountAsync()).ShouldBe(before);
        await using var later = await office.AsAsync(office.Supervisor);
        (await later.Get<KeyVault>().FindKeyAsync(new SubjectId(id.Value), Cancel)).ShouldBeNull();
        (await later.Get<PublishRegister>().HandleAsync(id, later.Actor, new StopsAt(int.MaxValue, new InvalidOperationException()), Cancel)).Error.ShouldBe(Error.NotFound);
    }

    [Fact]
    public async Task After_publishing_the_staging_is_destroyed_and_the_report_remains()
    {
        var id = await Supervisor.BringInAsync(Registers.Csv("1;15.05.2023;Тентиева Сабира;;ж;1990;Нарын;Корея;;пенсия;;;", "ИТОГО;;;;;;;;;;;;"));

        await using var hers = await office.AsAsync(office.Supervisor);
        var kinds = await hers.Get<TurnaDb>().Set<ImportPart>().Where(p => p.Import == id).Select(p => p.Kind).Distinct().ToListAsync(Cancel);
        kinds.ShouldBe([PartKind.Report]);
        (await hers.Get<KeyVault>().FindKeyAsync(new SubjectId(id.Value), Cancel)).ShouldBeNull();
        var report = (await hers.Get<ReportOnRegister>().OpenAsync(id, CasesActs.RegisterReportTaken, hers.Actor, Cancel)).ShouldNotBeNull();
        report.Select(l => l.Outcome).ShouldBe([RowOutcome.Skipped, RowOutcome.Entered, RowOutcome.Skipped]);
    }

    [Fact]
    public async Task A_row_on_violence_enters_as_restricted_and_so_does_she()
    {
        await Supervisor.BringInAsync(Registers.Csv("1;17.05.2023;Чоробаева Кундуз;+996700222333;ж;1991;Баткен;Россия;;избил муж;;;не хочет чтобы муж знал"));

        await using var hers = await office.AsAsync(office.Supervisor);
        var found = (await hers.Get<PersonFinder>().SearchAsync("Чоробаева Кундуз", hers.Actor, Cancel)).People.ShouldHaveSingleItem();
        found.Restricted.ShouldBeTrue();
        var card = (await hers.Get<PersonCards>().OpenAsync(found.Id, "test", hers.Actor, Cancel)).ShouldNotBeNull();
        card.SafeContact.Note!.ShouldContain("муж");
        var link = hers.Get<KeyVault>().LinkToken(Consultation.LinkKind, found.Id.Value);
        (await hers.Get<TurnaDb>().Set<Consultation>().SingleAsync(c => c.PersonLink == link, Cancel)).Sensitivity.ShouldBe(Sensitivity.Restricted);
        await using var desk = await office.AsAsync(office.FrontDesk);
        (await desk.Get<PersonFinder>().SearchAsync("Чоробаева Кундуз", desk.Actor, Cancel)).People.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_phone_of_somebody_else_is_never_hers()
    {
        await Supervisor.BringInAsync(Registers.Csv(
            "1;17.05.2023;Дыйканова Айзада;0555 440011 (сосед), 0700 440022;ж;1985;Талас;Россия;;пенсия;;;звонить только после 18:00",
            "2;18.05.2023;Дыйканова Айзада;0555440011;ж;1985;Талас;Россия;;гражданство;;;"));

        await using var hers = await office.AsAsync(office.Supervisor);
        var found = (await hers.Get<PersonFinder>().SearchAsync("Дыйканова Айзада", hers.Actor, Cancel)).People;
        var card = (await hers.Get<PersonCards>().OpenAsync(found[0].Id, "test", hers.Actor, Cancel)).ShouldNotBeNull();
        card.Phones.Single(p => p.Number == "+996555440011").Owner.ShouldBe(PhoneOwner.Neighbour);
        card.Phones.Single(p => p.Number == "+996700440022").Owner.ShouldBe(PhoneOwner.Herself);
        card.SafeContact.From.ShouldBe(new TimeOnly(18, 0));
    }

    [Fact]
    public async Task Nobody_known_is_linked_who_was_not_chosen()
    {
        var known = await office.RegisterAsync("Эргешова", "Мадина", "+996777654321", 1993);
        var row = "1;17.05.2023;Эргешова Мадина;+996777654321;ж;1993;Ош;Россия;;пенсия;;;";
        var id = await Supervisor.StageAsync(Registers.Csv(row));
        await Supervisor.ReadAsync(id);

        (await Supervisor.PublishAsync(id)).Error.ShouldBeOfType<Error.Refused>();
        await Supervisor.DecideAsync(id, InBulk.LinkSure);
        (await Supervisor.PublishAsync(id)).Succeeded.ShouldBeTrue();

        await using var hers = await office.AsAsync(office.Supervisor);
        var link = hers.Get<KeyVault>().LinkToken(Consultation.LinkKind, known.Value);
        (await hers.Get<TurnaDb>().Set<Consultation>().CountAsync(c => c.PersonLink == link, Cancel)).ShouldBe(1);
        (await Supervisor.SeeAsync(id)).Registered.ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_who_was_restricted_after_the_reading_is_asked_about_no_more_and_linked_to_nothing()
    {
        var known = await office.RegisterAsync("Турдалиева", "Сайра", "+996777313131", 1991);
        var id = await Supervisor.StageAsync(Registers.Csv("1;17.05.2023;Турдалиева Сайра;+996777313131;ж;1991;Ош;Россия;;пенсия;;;"));
        await Supervisor.ReadAsync(id);
        await using (var hers = await office.AsAsync(office.Supervisor))
        {
            (await hers.Get<SetAccess>().HandleAsync(known, PersonSensitivity.Restricted, office.LegalTeam, hers.Actor, Cancel)).Error.ShouldBeNull();
        }

        await Supervisor.DecideAsync(id, InBulk.LinkSure);
        (await Supervisor.PublishAsync(id)).Succeeded.ShouldBeTrue();

        await using var anyone = await office.AsAsync(office.Supervisor);
        var link = anyone.Get<KeyVault>().LinkToken(Consultation.LinkKind, known.Value);
        (await anyone.Get<TurnaDb>().Set<Consultation>().CountAsync(c => c.PersonLink == link, Cancel)).ShouldBe(0);
        (await Supervisor.SeeAsync(id)).Registered.ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_known_keeps_her_rules_and_gets_those_of_the_register()
    {
        var known = await office.RegisterAsync("Сулайманова", "Элнура", "+996777111222", 1994);
        var id = await Supervisor.StageAsync(Registers.Csv("1;17.05.2023;Сулайманова Элнура;+996777111222;ж;1994;Ош;Россия;;пенсия;;;звонить только после 19:00"));
        await Supervisor.ReadAsync(id);
        await Supervisor.DecideAsync(id, InBulk.LinkSure);
        (await Supervisor.PublishAsync(id)).Succeeded.ShouldBeTrue();

        await using var hers = await office.AsAsync(office.Supervisor);
        var card = (await hers.Get<PersonCards>().OpenAsync(known, "test", hers.Actor, Cancel)).ShouldNotBeNull();
        card.SafeContact.From.ShouldBe(new TimeOnly(19, 0));
    }

    [Fact]
    public async Task Rows_kept_apart_are_people_of_their_own()
    {
        var id = await Supervisor.StageAsync(Registers.Csv(
            "1;17.05.2023;Бообекова Жыпар;+996500123123;ж;1985;Талас;Россия;;пенсия;;;", "2;18.05.2023;Бообекова Жыпар;+996500123123;ж;1985;Талас;Россия;;гражданство;;;"));
        await Supervisor.ReadAsync(id);
        await Supervisor.DecideAsync(id, InBulk.JoinNone);
        (await Supervisor.PublishAsync(id)).Succeeded.ShouldBeTrue();

        (await Supervisor.SeeAsync(id)).Registered.ShouldBe(2);
    }

    [Fact]
    public async Task A_row_without_a_day_stays_in_the_report_unless_one_is_given()
    {
        var file = Registers.Csv("1;17.05.2023;Аалыева Бермет;;ж;1985;Талас;Россия;;пенсия;;;", "2;;Ырысова Жазгүл;;ж;1986;Талас;Россия;;гражданство;;;");
        var id = await Supervisor.BringInAsync(file);
        var first = await Supervisor.SeeAsync(id);
        (first.Published, first.Registered).ShouldBe((1, 1));

        var again = await Supervisor.StageAsync(file);
        await Supervisor.ReadAsync(again);
        (await Supervisor.SeeAsync(again)).Dayless.ShouldBe(1);
        await using (var hers = await office.AsAsync(office.Supervisor))
            await hers.Get<DecidePeople>().HandleAsync(DecidePeople.Input.InBulkFor(again, InBulk.LinkNone) with { Dayless = new DateOnly(2023, 5, 31) }, hers.Actor, Cancel);
        (await Supervisor.PublishAsync(again)).Succeeded.ShouldBeTrue();

        var import = await Supervisor.SeeAsync(again);
        (import.Published, import.Repeated, import.Registered).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task A_caseworker_prepares_and_a_supervisor_of_the_team_brings_in()
    {
        var caseworker = new Desk(office, office.Caseworker);
        var id = await caseworker.StageAsync(Registers.Csv(Registers.Row(9001), Registers.Row(9002), Registers.Row(9003)));
        await caseworker.ReadAsync(id);
        (await caseworker.PublishAsync(id)).Error.ShouldBeOfType<Error.Refused>();
        (await new Desk(office, office.ProtectionSupervisor).PublishAsync(id)).Error.ShouldBe(Error.NotFound);

        await Supervisor.DecideAsync(id, InBulk.JoinAll, InBulk.LinkSure);
        (await Supervisor.PublishAsync(id)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Columns_are_remembered_for_the_next_file_with_the_same_headings()
    {
        var first = await Supervisor.StageAsync(Registers.Csv(Registers.Row(1, "р")).Concat("\n"u8.ToArray()).ToArray());
        await using (var hers = await office.AsAsync(office.Supervisor))
            (await hers.Get<ChooseColumns>().HandleAsync(new ChooseColumns.Input(first, new Dictionary<int, Turna.Cases.Contracts.RegisterField?> { [6] = null }), hers.Actor, Cancel)).Succeeded.ShouldBeTrue();

        var second = await Supervisor.StageAsync(Registers.Csv(Registers.Row(2, "р")));

        var layout = await LayoutAsync(second);
        layout.Remembered.ShouldBeTrue();
        layout.Columns[6].Field.ShouldBeNull();
        layout.Columns[1].Field.ShouldBe(Turna.Cases.Contracts.RegisterField.Date);
    }

    [Fact]
    public async Task The_ledger_holds_after_all_of_it()
    {
        await Supervisor.BringInAsync(Registers.Many(25, "с"));

        await using var hers = await office.AsAsync(office.Supervisor);
        (await office.VerifyLedgerAsync()).ShouldBeEmpty();
    }

    private async Task<FileLayout> LayoutAsync(ImportId id)
    {
        await using var hers = await office.AsAsync(office.Supervisor);
        var open = (await hers.Get<ImportShelf>().FindAsync(id, hers.Actor, Cancel)).ShouldNotBeNull();
        var receipt = await hers.Get<ImportShelf>().OpenAsync(open, "test", hers.Actor, Cancel);
        return (await hers.Get<ImportShelf>().ReadAsync<FileLayout>(open, receipt, PartKind.Layout, 0, Cancel)).ShouldNotBeNull();
    }

    private static async Task<ConsultationContent> OpenAsync(MemberScope hers, Consultation consultation)
    {
        var vault = hers.Get<KeyVault>();
        var key = (await vault.FindKeyAsync(consultation.Subject, Cancel)).ShouldNotBeNull();
        var receipt = await hers.Get<AuditLedger>().OpenAsync(hers.Actor, CasesActs.ConsultationOpened, "test", [consultation.Subject], Cancel);
        return vault.Open<ConsultationContent>(receipt, key, consultation.ContentPlace, consultation.Content);
    }
}

public sealed class Bringing_in_a_register_on_SQLite(TestOffice office) : Bringing_in_a_register(office), IClassFixture<TestOffice>;

public sealed class Bringing_in_a_register_on_PostgreSQL(PostgresOffice office) : Bringing_in_a_register(office), IClassFixture<PostgresOffice>;
