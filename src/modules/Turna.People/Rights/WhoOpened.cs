using Turna.Design;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.People.Keeping;

namespace Turna.People.Rights;

/// <summary>A line of who did what with her record. <paramref name="At"/> is UTC.</summary>
internal sealed record Opening(DateTime At, string Who, string What)
{
    /// <summary>Null for somebody who is not among the colleagues any more.</summary>
    public MemberId? Member { get; init; }
}

/// <summary>The same act of the same member several times on end. <paramref name="First"/> and <paramref name="Last"/> are UTC.</summary>
internal sealed record Openings(DateTime First, DateTime Last, int Times, Opening Newest)
{
    public string Who => Newest.Who;

    public string What => Newest.What;

    /// <summary>Whether a clock shows more than one minute for what was done again and again.</summary>
    public bool TookTime => First.Ticks / TimeSpan.TicksPerMinute != Last.Ticks / TimeSpan.TicksPerMinute;

    /// <summary>What was done again within an hour becomes one line; newest first, as it comes.</summary>
    public static IReadOnlyList<Openings> Together(IEnumerable<Opening> openings)
    {
        var lines = new List<Openings>();
        foreach (var opening in openings)
        {
            if (lines is [.., { } line] && line.IsBy(opening) && line.Last - opening.At <= TimeSpan.FromHours(1)) lines[^1] = line with { First = opening.At, Times = line.Times + 1 };
            else lines.Add(new Openings(opening.At, opening.At, 1, opening));
        }

        return lines;
    }

    // Of those who are gone nobody knows whether they are one.
    private bool IsBy(Opening other) => Newest.Member is not null && Newest.Member == other.Member && What == other.What;
}

/// <summary>Reads from the ledger who opened or changed her record, for her and for those who keep it.</summary>
internal sealed class WhoOpened(AuditLedger ledger, StaffDirectory staff, PersonShelf shelf, Texts texts)
{
    private const int Most = 500;

    /// <summary>Newest first; empty when the actor may not know her.</summary>
    public async Task<IReadOnlyList<Opening>> ListAsync(PersonId person, Actor actor, CancellationToken cancel)
    {
        if (!await shelf.MayOpenAsync(person, actor, cancel)) return [];
        var colleagues = (await staff.ColleaguesAsync(actor.Organisation, cancel)).ToDictionary(c => c.Id, c => c.Name);
        var entries = await ledger.AboutAsync(person.Value, colleagues.Keys, Most, cancel);
        return [.. entries.Select(e => new Opening(e.At, e.Member is { } member ? colleagues[member] : texts["somebody who no longer works here"], What(e)) { Member = e.Member })];
    }

    /// <summary>An act in the words of the list.</summary>
    internal static string Words(string act, Texts texts) => act switch
    {
        "person.searched" => texts["shown among search answers"],
        "person.registered" => texts["registered her"],
        "person.opened" => texts["opened her record"],
        "person.corrected" => texts["changed her record"],
        "person.sensitivity-changed" => texts["changed who may open her record"],
        "consent.given" => texts["wrote down a consent"],
        "consent.withdrawn" => texts["took back a consent"],
        "journey.kept" => texts["wrote down a journey"],
        "journey.removed" => texts["removed a journey"],
        "relation.kept" => texts["changed her household"],
        "relation.removed" => texts["changed her household"],
        "person.twin-decided" => texts["compared her with another record"],
        "person.file-added" => texts["added a file"],
        "person.file-opened" => texts["opened a file"],
        "person.file-removed" => texts["destroyed a file"],
        "person.copied" => texts["made her copy"],
        "person.retention-warned" => texts["was told that the time runs out"],
        "person.retention-prolonged" => texts["prolonged the time of her record"],
        "person.erased" => texts["erased her record"],
        "person.twins-sought" => texts["looked for a second record of hers"],
        "person.rekeyed" => texts["entered her name into the index anew"],
        "question.sent" => texts["asked another organisation about her"],
        "question.opened" => texts["read a question between organisations about her"],
        "question.answered" => texts["answered a question of another organisation about her"],
        "question.set-aside" => texts["set aside a question of another organisation about her"],
        "question.officer-named" => texts["named who takes questions of other organisations"],
        // Acts of other rooms would tell that she has a case, also to those who may not know of it.
        _ => texts["worked with her record"],
    };

    private string What(LedgerEntry entry)
    {
        var act = Words(entry.Act, texts);
        // A purpose of another room would tell that she has a case, also to those who may not know of it.
        return Purpose(entry.Purpose) is { } purpose ? $"{act} ({purpose})" : act;
    }

    private string? Purpose(string purpose) => purpose switch
    {
        Purposes.SearchAnswers => texts["search"],
        Purposes.HerPage => texts["her page"],
        Purposes.Change => texts["change of her record"],
        Purposes.LikelySame => texts["likely the same person"],
        Purposes.HerCopy => texts["copy for her"],
        Purposes.ErasureAsked => texts["she asked for it"],
        Purposes.ErasureTimeOver => texts["the time for keeping is over"],
        // Counting goes with a consultation or a case: its name would tell of one to those who may not know of it.
        _ => null,
    };
}
