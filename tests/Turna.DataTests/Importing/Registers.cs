using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Turna.Cases.BringingIn;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Evidence.Keeping;
using Turna.Kernel;
using Turna.People.Keeping;
using Turna.Testing;

namespace Turna.DataTests.Importing;

/// <summary>A register written for the tests, and what of the house it may touch.</summary>
internal static class Registers
{
    public const string Headings = "№;Дата обращения;ФИО;Телефон;Пол;Год рождения;Откуда;Страна;Город;Вопрос;Сумма долга;Взыскано;Примечание";

    public static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes($"{Headings}\n{string.Join('\n', rows)}\n");

    /// <summary>So many rows of as many people, each with a name of her own.</summary>
    public static byte[] Many(int rows, string mark = "а") => Csv([.. Enumerable.Range(1, rows).Select(i => Row(i, mark))]);

    public static string Row(int i, string mark = "а", string given = "Айгуль") => string.Create(
        CultureInfo.InvariantCulture,
        $"{i};{1 + (i % 28):00}.{1 + (i % 12):00}.2023;{Family(i)}{mark}ева {given};+99655{mark[^1] % 100:00}{i:00000};ж;{1970 + (i % 35)};Ош;Россия;Москва;не выплатили зарплату;{1000 + i};;повторно {i}");

    // Consonants and vowels in turn, so that no two families sound alike.
    private static string Family(int i)
    {
        const string Consonants = "бгджзклмнпрстфхцчш";
        const string Vowels = "аоуиэ";
        var name = new StringBuilder();
        for (var rest = i + 40; rest > 0; rest /= Consonants.Length * Vowels.Length)
            name.Append(Consonants[rest % Consonants.Length]).Append(Vowels[rest / Consonants.Length % Vowels.Length]);
        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }
}

/// <summary>Brings registers in through the use cases of the pages, with work that never waits.</summary>
internal sealed class Desk(TestOffice office, TestMember member)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public TeamId Team { get; init; } = office.LegalTeam;

    public async Task<ImportId> StageAsync(byte[] content, string name = "register.csv")
    {
        await using var hers = await office.AsAsync(member);
        return Must(await hers.Get<StageFile>().HandleAsync(new StageFile.Input(ImportId.New(), Team, name, content), hers.Actor, Cancel));
    }

    public async Task ReadAsync(ImportId id, IWorkWatch? watch = null)
    {
        await using (var hers = await office.AsAsync(member))
            Must(await hers.Get<ChooseColumns>().HandleAsync(new ChooseColumns.Input(id, new Dictionary<int, Turna.Cases.Contracts.RegisterField?>()), hers.Actor, Cancel));
        await using var work = await office.AsAsync(member);
        Must(await work.Get<ReadRegister>().HandleAsync(id, work.Actor, watch ?? new Unwatched(), Cancel));
    }

    public async Task DecideAsync(ImportId id, params InBulk[] bulk)
    {
        foreach (var one in bulk)
        {
            await using var hers = await office.AsAsync(member);
            Must(await hers.Get<DecidePeople>().HandleAsync(DecidePeople.Input.InBulkFor(id, one), hers.Actor, Cancel));
        }
    }

    public async Task<Result<Done>> PublishAsync(ImportId id, IWorkWatch? watch = null)
    {
        await using (var hers = await office.AsAsync(member))
        {
            var started = await hers.Get<StartPublishing>().HandleAsync(id, hers.Actor, Cancel);
            if (!started.Succeeded) return started;
        }

        await using var work = await office.AsAsync(member);
        return await work.Get<PublishRegister>().HandleAsync(id, work.Actor, watch ?? new Unwatched(), Cancel);
    }

    /// <summary>All of it, with every suggestion of the reading taken.</summary>
    public async Task<ImportId> BringInAsync(byte[] content, string name = "register.csv")
    {
        var id = await StageAsync(content, name);
        await ReadAsync(id);
        await DecideAsync(id, InBulk.JoinAll, InBulk.LinkSure);
        Must(await PublishAsync(id));
        return id;
    }

    public async Task<Import> SeeAsync(ImportId id)
    {
        await using var hers = await office.AsAsync(member);
        return (await hers.Get<ImportShelf>().SeeAsync(id, hers.Actor, Cancel)).ShouldNotBeNull();
    }

    /// <summary>How many rows each kind of record has, so that "nothing" can be said of all of them.</summary>
    public async Task<Counts> CountAsync()
    {
        await using var hers = await office.AsAsync(member);
        var db = hers.Get<TurnaDb>();
        return new Counts(
            await db.Set<Person>().CountAsync(Cancel), await db.Set<IndexEntry>().CountAsync(Cancel), await db.Set<Consultation>().CountAsync(Cancel),
            await db.Set<FactRow>().CountAsync(Cancel), await db.Set<ImportedRow>().CountAsync(Cancel), await db.Set<ImportPart>().CountAsync(Cancel));
    }

    private static T Must<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException($"Refused: {result.Error}");

    internal sealed record Counts(int People, int Keys, int Consultations, int Facts, int Prints, int Parts);

    private sealed class Unwatched : IWorkWatch
    {
        public Task StepAsync(int done, int total, CancellationToken cancel) => Task.CompletedTask;
    }
}

/// <summary>Stops, or falls, at the n-th step.</summary>
internal sealed class StopsAt(int step, Exception with) : IWorkWatch
{
    private int steps;

    public Task StepAsync(int done, int total, CancellationToken cancel) => ++steps == step ? Task.FromException(with) : Task.CompletedTask;
}
