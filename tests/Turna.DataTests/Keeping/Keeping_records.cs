using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Cases.Consulting;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Cases.Opening;
using Turna.Data;
using Turna.Evidence.Keeping;
using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.People.Rights;
using Turna.Testing;
using Turna.Vault;
using Turna.Web.Hosting;
using Case = Turna.Cases.Keeping.Case;

namespace Turna.DataTests.Keeping;

/// <summary>What must hold of the records whichever database keeps them.</summary>
public abstract class Keeping_records(TestOffice office)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_operation_sent_many_times_at_once_is_one_record_with_one_answer()
    {
        var operation = OperationId.New();
        var input = Call(null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            await using var hers = await office.AsAsync(office.Caseworker);
            hers.Get<TurnaDb>().Operation = operation;
            // Each sending is a request of its own: it would make a record of its own.
            return await hers.Get<LogConsultation>().HandleAsync(input with { Id = ConsultationId.New() }, hers.Actor, Cancel);
        }));

        answers.ShouldAllBe(a => a.Succeeded);
        var id = answers.Select(a => a.Value).Distinct().ShouldHaveSingleItem();
        await using var scope = office.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<TurnaDb>().Set<Consultation>().Where(c => c.Id == id).CountAsync(Cancel);
        kept.ShouldBe(1);
    }

    [Fact]
    public async Task The_latest_contact_says_where_she_is_and_counts_the_time_of_her_record_anew()
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var today = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime);
        var person = (await hers.Get<RegisterPerson>().HandleAsync(new NewPerson { Family = "Ормонова", Given = "Зейнеп", KnownSince = today.AddYears(-6) }, [], hers.Actor, Cancel)).Value;
        foreach (var (days, country) in new[] { (3, "TR"), (9, "KR") })
        {
            (await hers.Get<LogConsultation>().HandleAsync(Call(person) with { Id = ConsultationId.New(), On = today.AddDays(-days), Country = country, Language = "uz" }, hers.Actor, Cancel)).Error.ShouldBeNull();
        }

        (await hers.Get<ICountContacts>().CountAsync([person], hers.Actor, Cancel)).ShouldHaveSingleItem().Value.ShouldBe(new EarlierContacts(2, "TR", "uz"));
        await using var supervisor = await office.AsAsync(office.Supervisor);
        (await supervisor.Get<WarnOfDeletion>().HandleAsync(supervisor.Actor, Cancel)).ShouldNotContain(r => r.Id == person);
        await using var scope = office.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<TurnaDb>().Set<Person>().SingleAsync(p => p.Id == person, Cancel)).KeepUntil.ShouldBe(today.AddDays(-3).AddYears(5));
    }

    [Fact]
    public async Task A_change_that_somebody_else_made_first_is_not_overwritten()
    {
        var id = await OpenCaseAsync();
        await using var first = await office.AsAsync(office.Caseworker);
        await using var second = await office.AsAsync(office.Colleague);
        var (mine, hers) = (await CaseAsync(first, id), await CaseAsync(second, id));
        mine.InDanger = true;
        first.Get<AuditLedger>().Record(first.Actor, Turna.Cases.CasesActs.DangerChanged, id.Value);
        (await first.Get<TurnaDb>().CommitAsync(Done.It, Cancel)).Succeeded.ShouldBeTrue();
        hers.MoveTo(Stage.Assessed, DateTime.UtcNow).Succeeded.ShouldBeTrue();
        second.Get<AuditLedger>().Record(second.Actor, Turna.Cases.CasesActs.StageChanged, id.Value);

        (await second.Get<TurnaDb>().CommitAsync(Done.It, Cancel)).Error.ShouldBe(Error.Changed);

        await using var third = await office.AsAsync(office.Caseworker);
        var now = await CaseAsync(third, id);
        (now.InDanger, now.Stage).ShouldBe((true, Stage.Open));
    }

    [Fact]
    public async Task A_change_without_a_leaf_is_refused_and_a_refused_change_leaves_no_leaf()
    {
        var id = await OpenCaseAsync();
        await using var hers = await office.AsAsync(office.Caseworker);
        var size = await hers.Get<AuditLedger>().SizeAsync(Cancel);
        (await CaseAsync(hers, id)).InDanger = true;
        await Should.ThrowAsync<InvalidOperationException>(() => hers.Get<TurnaDb>().CommitAsync(Done.It, Cancel));

        await using var again = await office.AsAsync(office.Caseworker);
        again.Get<TurnaDb>().Add(new NamedMember { Case = id, Member = office.Caseworker.Id });
        again.Get<TurnaDb>().Add(new CannedText { Id = Guid.Empty, Organisation = office.Organisation, Title = null!, Text = null! });
        again.Get<AuditLedger>().Record(again.Actor, Turna.Cases.CasesActs.CannedTextChanged);
        await Should.ThrowAsync<DbUpdateException>(() => again.Get<TurnaDb>().CommitAsync(Done.It, Cancel));

        (await again.Get<AuditLedger>().SizeAsync(Cancel)).ShouldBe(size);
        await VerifyAsync();
    }

    [Fact]
    public async Task A_row_that_is_altered_or_deleted_behind_the_back_is_found_and_its_leaf_named()
    {
        var id = await OpenCaseAsync();
        await using var writing = Writing();
        await writing.Database.ExecuteSqlAsync($"UPDATE cases_case SET responsible = {office.Colleague.Id.Value} WHERE id = {id.Value}", Cancel);
        var altered = await FindAsync();
        await writing.Database.ExecuteSqlAsync($"UPDATE cases_case SET responsible = {office.Caseworker.Id.Value} WHERE id = {id.Value}", Cancel);
        var mended = await FindAsync();
        await writing.Database.ExecuteSqlAsync($"DELETE FROM cases_entry WHERE \"case\" = {id.Value}", Cancel);
        var deleted = await FindAsync();

        var one = altered.ShouldHaveSingleItem();
        one.Leaf.ShouldNotBeNull();
        one.What.ShouldBe("covers a row of cases_case that has been altered");
        mended.ShouldBeEmpty();
        deleted.ShouldContain(f => f.What == "covers a row that is gone" && f.Leaf == one.Leaf);
    }

    [Fact]
    public async Task What_is_erased_cannot_be_opened_or_found_and_the_ledger_still_fits()
    {
        var person = await RegisterAsync("Жаныбекова");
        await using var supervisor = await office.AsAsync(office.Supervisor);

        var erased = await supervisor.Get<ErasePerson>().HandleAsync(person, ErasureReason.SheAsked, sure: true, supervisor.Actor, Cancel);

        erased.Error.ShouldBeNull();
        await using var hers = await office.AsAsync(office.Caseworker);
        (await hers.Get<KeyVault>().FindKeyAsync(person.Subject, Cancel)).ShouldBeNull();
        (await hers.Get<KeyVault>().HoldersAsync(person.Subject, Cancel)).ShouldBeEmpty();
        (await hers.Get<PersonFinder>().SearchAsync("Жаныбекова Айпери", hers.Actor, Cancel)).People.ShouldBeEmpty();
        ServerSecrets.Load(office.DataFolder)!.Erasures().ShouldContain(person.Value);
    }

    [Fact]
    public async Task A_client_is_one_pseudonym_however_often_she_comes_and_no_link_equals_it()
    {
        var person = await RegisterAsync("Турдубекова");
        var ids = new List<ConsultationId>();
        for (var i = 0; i < 3; i++) ids.Add(await LogAsync(Call(person)));
        await using var hers = await office.AsAsync(office.Caseworker);
        var (db, vault) = (hers.Get<TurnaDb>(), hers.Get<KeyVault>());
        var records = ids.ConvertAll(id => vault.FactToken(id.Value));

        var facts = await db.Set<FactRow>().Where(f => records.Contains(f.Record)).ToListAsync(Cancel);
        var consultations = await db.Set<Consultation>().Where(c => ids.Contains(c.Id)).ToListAsync(Cancel);

        facts.Count.ShouldBe(3);
        var pseudonym = facts.Select(f => f.Person).Distinct().ShouldHaveSingleItem();
        consultations.Select(c => c.PersonLink).Distinct().ShouldHaveSingleItem().ShouldNotBe(pseudonym);
        vault.LinkToken(Case.LinkKind, person.Value).ShouldNotBe(vault.LinkToken(Consultation.LinkKind, person.Value));
    }

    [Fact]
    public async Task Migrating_a_database_that_is_up_to_date_changes_nothing()
    {
        var settings = office.Services.GetRequiredService<Settings>();
        await using var schema = Schema.Of(settings);

        (await schema.WaitingAsync(Cancel)).ShouldBeEmpty();
        await schema.ApplyAsync(Cancel);

        await using var scope = office.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<TurnaDb>().Set<Person>().CountAsync(Cancel)).ShouldBeGreaterThanOrEqualTo(0);
    }

    private LogConsultation.Input Call(PersonId? person) => new()
    {
        Id = ConsultationId.New(), Team = office.LegalTeam, Person = person, Channel = "phone", Topics = ["wages"], Advice = "Keep the messages.", Language = "ky",
    };

    private async Task<ConsultationId> LogAsync(LogConsultation.Input input)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var result = await hers.Get<LogConsultation>().HandleAsync(input, hers.Actor, Cancel);
        result.Error.ShouldBeNull();
        return result.Value;
    }

    private async Task<PersonId> RegisterAsync(string family)
    {
        await using var hers = await office.AsAsync(office.Caseworker);
        var result = await hers.Get<RegisterPerson>().HandleAsync(new NewPerson { Family = family, Given = "Айпери" }, [], hers.Actor, Cancel);
        result.Error.ShouldBeNull();
        return result.Value;
    }

    private async Task<CaseId> OpenCaseAsync()
    {
        var person = await RegisterAsync("Мамытова");
        await using var hers = await office.AsAsync(office.Caseworker);
        var result = await hers.Get<OpenCase>().HandleAsync(
            new OpenCase.Input { Id = CaseId.New(), Person = person, Team = office.LegalTeam, Type = CaseType.UnpaidWages, Reason = "Two months without pay." }, hers.Actor, Cancel);
        result.Error.ShouldBeNull();
        return result.Value;
    }

    private static Task<Case> CaseAsync(MemberScope scope, CaseId id) => scope.Get<TurnaDb>().Set<Case>().SingleAsync(c => c.Id == id, Cancel);

    private TurnaDb Writing() => office.Services.GetRequiredService<TurnaDbFactory>().CreateForUpkeep();

    private async Task<IReadOnlyList<Falsehood>> FindAsync()
    {
        await using var scope = office.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Verification>().RunAsync(Cancel)).Falsehoods;
    }

    private async Task VerifyAsync() => (await FindAsync()).ShouldBeEmpty();
}

/// <summary>Tests that break the record have an office of their own.</summary>
public sealed class Keeping_records_on_sqlite : Keeping_records, IAsyncLifetime
{
    private readonly TestOffice office;

    public Keeping_records_on_sqlite() : this(new TestOffice())
    {
    }

    private Keeping_records_on_sqlite(TestOffice office) : base(office) => this.office = office;

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();
}

public sealed class Keeping_records_on_postgres : Keeping_records, IAsyncLifetime
{
    private readonly PostgresOffice office;

    public Keeping_records_on_postgres() : this(new PostgresOffice())
    {
    }

    private Keeping_records_on_postgres(PostgresOffice office) : base(office) => this.office = office;

    public ValueTask InitializeAsync() => office.InitializeAsync();

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
