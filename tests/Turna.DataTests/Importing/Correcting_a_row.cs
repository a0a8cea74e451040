using Microsoft.EntityFrameworkCore;
using Turna.Cases.BringingIn;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Evidence.Keeping;
using Turna.Kernel;
using Turna.Testing;
using Turna.Vault;

namespace Turna.DataTests.Importing;

/// <summary>A row is corrected by hand between its reading and its coming in.</summary>
public abstract class Correcting_a_row(TestOffice office)
{
    private const int Row = 1;

    private static readonly RowValues Corrected = new(PartialDate.Of(2022, 3, 4), "TR", ["health"], 'F', 1975, null, 500m, "TRY");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Desk Supervisor => new(office, office.Supervisor);

    [Fact]
    public async Task It_comes_in_as_it_was_corrected_under_the_fingerprint_of_what_was_read()
    {
        var day = new DateOnly(2021, 2, 3);
        var file = Registers.Csv("1;15.05.2023;Оңдоева Гүлзат;+996555710001;ж;1988;Ош;РК;;абракадабра;;;");
        var id = await StagedAsync(file);
        (await CorrectAsync(id, Row, 0, Corrected with { Date = PartialDate.From(day) })).Succeeded.ShouldBeTrue();
        (await Supervisor.PublishAsync(id)).Succeeded.ShouldBeTrue();

        await using (var hers = await office.AsAsync(office.Supervisor))
        {
            var db = hers.Get<TurnaDb>();
            var consultation = await db.Set<Consultation>().AsNoTracking().SingleAsync(c => c.On == day && c.Country == "TR", Cancel);
            consultation.Topics.ShouldBe("health");
            var token = hers.Get<KeyVault>().FactToken(consultation.Id.Value);
            var fact = await db.Set<FactRow>().AsNoTracking().SingleAsync(f => f.Record == token, Cancel);
            (fact.On, fact.RecoveredMinor, fact.Currency).ShouldBe((day, 50_000L, "TRY"));
        }

        var before = await Supervisor.CountAsync();
        var again = await StagedAsync(file);
        (await Supervisor.PublishAsync(again)).Succeeded.ShouldBeTrue();
        ((await Supervisor.CountAsync()) with { Parts = before.Parts }).ShouldBe(before);
        (await office.VerifyLedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_corrections_of_what_both_saw_the_second_is_told()
    {
        var id = await StagedAsync(Registers.Csv("1;15.05.2023;Экинчиева Гүлзат;+996555710002;ж;1988;Ош;РК;;пенсия;;;"));
        (await CorrectAsync(id, Row, 0, Corrected)).Succeeded.ShouldBeTrue();
        (await CorrectAsync(id, Row, 0, Corrected with { Country = "KZ" })).Error.ShouldBe(Error.Changed);
        (await CorrectAsync(id, Row, 0, values: null)).Error.ShouldBe(Error.Changed);
        (await CorrectAsync(id, Row, 1, Corrected with { Country = "KZ" })).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_that_are_saved_at_the_same_moment_are_not_both_kept_unseen()
    {
        var id = await StagedAsync(Registers.Csv("1;15.05.2023;Учурова Гүлзат;+996555710003;ж;1988;Ош;РК;;пенсия;;;", "2;16.05.2023;Учурова Асель;+996555710004;ж;1989;Ош;РК;;пенсия;;;"));
        await using var late = await office.AsAsync(office.Supervisor);
        // She has seen the register as it stood before.
        (await late.Get<ImportShelf>().SeeAsync(id, late.Actor, Cancel)).ShouldNotBeNull();
        (await CorrectAsync(id, Row, 0, Corrected)).Succeeded.ShouldBeTrue();

        (await late.Get<CorrectRow>().HandleAsync(new CorrectRow.Input(id, Row + 1, 0, Corrected), late.Actor, Cancel)).Error.ShouldBe(Error.Changed);
    }

    [Fact]
    public async Task While_it_begins_to_come_in_nothing_is_corrected_any_more()
    {
        var id = await StagedAsync(Registers.Csv("1;15.05.2023;Кечигүүва Гүлзат;+996555710005;ж;1988;Ош;РК;;пенсия;;;"));
        await using var late = await office.AsAsync(office.Supervisor);
        (await late.Get<ImportShelf>().SeeAsync(id, late.Actor, Cancel)).ShouldNotBeNull();
        await using (var hers = await office.AsAsync(office.Supervisor))
            (await hers.Get<StartPublishing>().HandleAsync(id, hers.Actor, Cancel)).Succeeded.ShouldBeTrue();

        (await late.Get<CorrectRow>().HandleAsync(new CorrectRow.Input(id, Row, 0, Corrected), late.Actor, Cancel)).Error.ShouldBe(Error.Changed);
        (await CorrectAsync(id, Row, 0, Corrected)).Error.ShouldBeOfType<Error.Refused>();
    }

    [Fact]
    public async Task Counts_follow_and_what_was_decided_of_people_stays()
    {
        var id = await Supervisor.StageAsync(Registers.Csv(
            "1;15.05.2023;Калуусува Гүлзат;+996555710006;ж;1988;Нарын;РК;;пенсия;;;", "2;16.05.2023;Калуусува Гүлзат;+996555710006;ж;1988;Нарын;Россия;;пенсия;;;", "3;;;;;;;Россия;;;;;чай ичти"));
        await Supervisor.ReadAsync(id);
        await Supervisor.DecideAsync(id, InBulk.JoinAll, InBulk.LinkNone);
        var before = await Supervisor.SeeAsync(id);
        (before.Doubtful, before.Rejected).ShouldBe((1, 1));

        (await CorrectAsync(id, 1, 0, values: null)).Succeeded.ShouldBeTrue();
        (await CorrectAsync(id, 3, 0, Corrected)).Succeeded.ShouldBeTrue();

        var after = await Supervisor.SeeAsync(id);
        (after.Doubtful, after.Rejected, after.Dayless).ShouldBe((0, 0, 0));
        (await Supervisor.PublishAsync(id)).Succeeded.ShouldBeTrue();
        var come = await Supervisor.SeeAsync(id);
        (come.Published, come.Registered).ShouldBe((3, 1));
    }

    private async Task<ImportId> StagedAsync(byte[] file)
    {
        var id = await Supervisor.StageAsync(file);
        await Supervisor.ReadAsync(id);
        await Supervisor.DecideAsync(id, InBulk.JoinAll, InBulk.LinkNone);
        return id;
    }

    private async Task<Result<Done>> CorrectAsync(ImportId id, int row, int revision, RowValues? values)
    {
        await using var hers = await office.AsAsync(office.Supervisor);
        return await hers.Get<CorrectRow>().HandleAsync(new CorrectRow.Input(id, row, revision, values), hers.Actor, Cancel);
    }
}

public sealed class Correcting_a_row_on_SQLite(TestOffice office) : Correcting_a_row(office), IClassFixture<TestOffice>;

public sealed class Correcting_a_row_on_PostgreSQL(PostgresOffice office) : Correcting_a_row(office), IClassFixture<PostgresOffice>;
