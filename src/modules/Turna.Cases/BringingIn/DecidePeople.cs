using System.Globalization;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;

namespace Turna.Cases.BringingIn;

/// <summary>What is decided for all of the file at once that is not decided one by one.</summary>
internal enum InBulk
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Rows that were taken for one person are one person.</summary>
    JoinAll,

    /// <summary>Every row is somebody of her own.</summary>
    JoinNone,

    /// <summary>Those of whom more agrees than names, and nothing contradicts, are the people we know; the rest are new.</summary>
    LinkSure,

    /// <summary>Nobody of the file is known.</summary>
    LinkNone,

    /// <summary>What was decided is open again.</summary>
    Reopen,
}

/// <summary>How far it is decided who is who in a file.</summary>
internal readonly record struct DecidedSoFar
{
    /// <summary>People of several rows about whom nothing is decided.</summary>
    public int OpenRows { get; init; }

    /// <summary>People who resemble somebody known, about whom nothing is decided.</summary>
    public int OpenMatches { get; init; }

    /// <summary>Those among the latter of whom more agrees than names.</summary>
    public int SureMatches { get; init; }

    /// <summary>People of several rows who are one person each.</summary>
    public int Joined { get; init; }

    /// <summary>People of several rows whose rows stay apart.</summary>
    public int Apart { get; init; }

    /// <summary>People who are somebody known.</summary>
    public int Linked { get; init; }

    /// <summary>People who resemble somebody known and are registered anew.</summary>
    public int Anew { get; init; }

    public bool IsAll => OpenRows == 0 && OpenMatches == 0;

    public bool IsAny => Joined + Apart + Linked + Anew > 0;
}

/// <summary>Writes down what a member decided about the people of a file. Only this joins rows and links them to people.</summary>
internal sealed class DecidePeople(TurnaDb db, AuditLedger ledger, ImportShelf shelf, StagedPeople staged)
{
    /// <param name="Id">Which import.</param>
    /// <param name="Bulk">For all that is not decided yet.</param>
    /// <param name="Joined">Decided one by one: whether somebody's rows are one person.</param>
    /// <param name="Known">Decided one by one: who she is; the empty id for somebody new.</param>
    /// <param name="Dayless">The day under which rows without one are entered; null leaves them out.</param>
    internal sealed record Input(ImportId Id, InBulk Bulk, IReadOnlyDictionary<string, bool> Joined, IReadOnlyDictionary<string, Guid> Known, DateOnly? Dayless = null)
    {
        public static Input InBulkFor(ImportId id, InBulk bulk) => new(id, bulk, new Dictionary<string, bool>(), new Dictionary<string, Guid>());
    }

    public async Task<Result<Done>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<Done>(cancel) is { } first) return first.Value;
        if (await shelf.FindAsync(input.Id, actor, cancel) is not { } open) return Error.NotFound;
        if (open.Import.Step != ImportStep.Preview) return Error.Refuse("This register is already on its way.");
        var receipt = await shelf.OpenAsync(open, "people of a register", actor, cancel);
        var decisions = await shelf.ReadAsync<Decisions>(open, receipt, PartKind.Decisions, 0, cancel) ?? new Decisions();
        if (input.Bulk == InBulk.Reopen) decisions = new Decisions { DayForDayless = decisions.DayForDayless };
        for (var page = 0; await staged.ReadAsync(open, receipt, page, actor, cancel) is { } people; page++)
        {
            foreach (var person in people) Decide(decisions, person, input);
        }

        if (input.Dayless is { } day) decisions = decisions with { DayForDayless = day.ToString("O", CultureInfo.InvariantCulture) };
        await shelf.ReplaceAsync(open, PartKind.Decisions, decisions, cancel);
        ledger.Record(actor, CasesActs.RegisterDecided, open.Import.Id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }

    /// <summary>How many people of the file still wait for a decision, about their rows and about who they are, and what was decided of the others.</summary>
    public async Task<DecidedSoFar> SoFarAsync(OpenableImport open, OpeningReceipt receipt, Actor actor, CancellationToken cancel)
    {
        var decisions = await shelf.ReadAsync<Decisions>(open, receipt, PartKind.Decisions, 0, cancel) ?? new Decisions();
        var so = default(DecidedSoFar);
        for (var page = 0; await staged.ReadAsync(open, receipt, page, actor, cancel) is { } people; page++)
        {
            var (several, alike) = (people.Where(p => p.Visits.Count > 1).ToList(), people.Where(p => p.Matches.Count > 0).ToList());
            so = new DecidedSoFar
            {
                OpenRows = so.OpenRows + several.Count(p => !decisions.SaysOfRows(p.Id)),
                Joined = so.Joined + several.Count(p => decisions.IsJoined(p.Id)),
                Apart = so.Apart + several.Count(p => decisions.Apart.Contains(p.Id)),
                OpenMatches = so.OpenMatches + alike.Count(p => !decisions.SaysOfMatches(p.Id)),
                SureMatches = so.SureMatches + alike.Count(p => !decisions.SaysOfMatches(p.Id) && SureOf(p) is not null),
                Linked = so.Linked + alike.Count(p => decisions.KnownAs(p.Id) is not null),
                Anew = so.Anew + alike.Count(p => decisions.SaysOfMatches(p.Id) && decisions.KnownAs(p.Id) is null),
            };
        }

        return so;
    }

    private static void Decide(Decisions decisions, StagedPerson person, Input input)
    {
        if (person.Visits.Count > 1)
        {
            if (input.Joined.TryGetValue(person.Id, out var joined)) Join(decisions, person.Id, joined);
            else if (input.Bulk is InBulk.JoinAll or InBulk.JoinNone && !decisions.SaysOfRows(person.Id)) Join(decisions, person.Id, input.Bulk == InBulk.JoinAll);
        }

        if (person.Matches.Count == 0) return;
        // Only somebody who was suggested can be chosen.
        if (input.Known.TryGetValue(person.Id, out var known) && (known == Guid.Empty || person.Matches.Any(m => m.Person == known))) decisions.Known[person.Id] = known;
        else if (input.Bulk is InBulk.LinkSure or InBulk.LinkNone && !decisions.SaysOfMatches(person.Id))
            decisions.Known[person.Id] = input.Bulk == InBulk.LinkSure && SureOf(person) is { } sure ? sure : Guid.Empty;
    }

    // Two of whom all of it could be said are no sure match.
    private static Guid? SureOf(StagedPerson person) => person.Matches.Where(m => m.Sure).Select(m => m.Person).Distinct().ToList() is [var one] ? one : null;

    private static void Join(Decisions decisions, string person, bool joined)
    {
        decisions.Joined.Remove(person);
        decisions.Apart.Remove(person);
        (joined ? decisions.Joined : decisions.Apart).Add(person);
    }
}
