using Microsoft.EntityFrameworkCore;
using Shouldly;
using Turna.Cases;
using Turna.Cases.BringingIn;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Testing;
using Xunit;
using Case = Turna.Cases.Keeping.Case;

namespace Turna.DataTests.Writing;

/// <summary>Rows that are deleted in one unit of work with others that come or change: whatever the order asks for, all of it stands or none.</summary>
public abstract class Rows_that_go(TestOffice office)
{
    private static readonly CancellationToken Now = CancellationToken.None;

    [Fact]
    public async Task Leave_their_unique_value_to_rows_of_the_same_unit()
    {
        await using var hers = await office.AsAsync(office.Supervisor);
        var import = await StageAsync(hers);
        await using (var unit = hers.Get<TurnaDbFactory>().Create())
        {
            unit.Add(PartOf(import));
            unit.Remove(await unit.Set<ImportPart>().SingleAsync(p => p.Import == import, Now));
            (await unit.CommitAsync(Done.It, Now)).Succeeded.ShouldBeTrue();
        }

        (await CountAsync(hers, import)).ShouldBe(1);
    }

    [Fact]
    public async Task Go_before_what_they_point_at()
    {
        await using var hers = await office.AsAsync(office.Supervisor);
        var import = await StageAsync(hers);
        var db = hers.Get<TurnaDb>();
        db.Remove(await db.Set<Import>().SingleAsync(i => i.Id == import, Now));
        db.Remove(await db.Set<ImportPart>().SingleAsync(p => p.Import == import, Now));
        hers.Get<AuditLedger>().Record(hers.Actor, CasesActs.RegisterStaged, import.Value);

        (await db.CommitAsync(Done.It, Now)).Succeeded.ShouldBeTrue();

        (await CountAsync(hers, import)).ShouldBe(0);
        await FitsAsync(hers);
    }

    [Fact]
    public async Task Go_after_what_pointed_at_them_points_elsewhere()
    {
        await using var hers = await office.AsAsync(office.Supervisor);
        var (first, second) = (CaseOf(hers), CaseOf(hers));
        var consultation = new Consultation
        {
            Id = ConsultationId.New(), Organisation = office.Organisation, Team = office.LegalTeam, Member = office.Supervisor.Id,
            On = first.OpenedOn, Channel = "phone", Language = "ru", Topics = "wages", Case = first.Id,
        };
        var db = hers.Get<TurnaDb>();
        db.AddRange(first, second, consultation);
        hers.Get<AuditLedger>().Record(hers.Actor, CasesActs.ConsultationLogged, consultation.Id.Value);
        (await db.CommitAsync(Done.It, Now)).Succeeded.ShouldBeTrue();

        consultation.Case = second.Id;
        db.Remove(first);
        hers.Get<AuditLedger>().Record(hers.Actor, CasesActs.ConsultationLogged, consultation.Id.Value);
        (await db.CommitAsync(Done.It, Now)).Succeeded.ShouldBeTrue();

        await using var unit = hers.Get<TurnaDbFactory>().Create();
        (await unit.Set<Case>().AsNoTracking().Where(c => c.Id == first.Id || c.Id == second.Id).Select(c => c.Id).ToListAsync(Now)).ShouldBe([second.Id]);
        await FitsAsync(hers);
    }

    [Fact]
    public async Task Are_missed_when_another_deleted_them_first_and_then_nothing_of_the_unit_stands()
    {
        await using var hers = await office.AsAsync(office.Supervisor);
        var import = await StageAsync(hers);
        await using var slow = hers.Get<TurnaDbFactory>().Create();
        var part = await slow.Set<ImportPart>().SingleAsync(p => p.Import == import, Now);
        await using (var quick = hers.Get<TurnaDbFactory>().Create())
        {
            quick.Remove(await quick.Set<ImportPart>().SingleAsync(p => p.Import == import, Now));
            (await quick.CommitAsync(Done.It, Now)).Succeeded.ShouldBeTrue();
        }

        slow.Add(PartOf(import));
        slow.Remove(part);

        (await slow.CommitAsync(Done.It, Now)).Error.ShouldBe(Error.Changed);
        (await CountAsync(hers, import)).ShouldBe(0);
    }

    private async Task<ImportId> StageAsync(MemberScope hers)
    {
        var import = new Import { Id = ImportId.New(), Organisation = office.Organisation, Team = office.LegalTeam, Member = office.Supervisor.Id };
        var db = hers.Get<TurnaDb>();
        db.AddRange(import, PartOf(import.Id));
        hers.Get<AuditLedger>().Record(hers.Actor, CasesActs.RegisterStaged, import.Id.Value);
        (await db.CommitAsync(Done.It, Now)).Succeeded.ShouldBeTrue();
        db.ChangeTracker.Clear();
        return import.Id;
    }

    private static ImportPart PartOf(ImportId import) => new() { Id = Guid.CreateVersion7(), Import = import, Kind = PartKind.Layout, Content = new Sealed(new byte[] { 1, 2, 3 }) };

    private Case CaseOf(MemberScope hers) => new()
    {
        Id = CaseId.New(), Organisation = office.Organisation, Team = office.LegalTeam, Responsible = hers.Actor.Member,
        OpenedOn = new DateOnly(2026, 3, 2), PersonLink = new Token(Guid.CreateVersion7().ToByteArray()), Content = new Sealed(new byte[] { 1, 2, 3 }),
    };

    private static async Task<int> CountAsync(MemberScope hers, ImportId import)
    {
        await using var unit = hers.Get<TurnaDbFactory>().Create();
        return await unit.Set<ImportPart>().CountAsync(p => p.Import == import, Now);
    }

    private static async Task FitsAsync(MemberScope hers) => (await hers.Get<Verification>().RunAsync(Now)).Falsehoods.ShouldBeEmpty();
}

public sealed class Rows_that_go_on_SQLite(TestOffice office) : Rows_that_go(office), IClassFixture<TestOffice>;

public sealed class Rows_that_go_on_PostgreSQL(PostgresOffice office) : Rows_that_go(office), IClassFixture<PostgresOffice>;
