using Turna.Design;
using Turna.Names;
using Turna.People.Contacting;
using Turna.People.Contracts;

namespace Turna.People.Searching;

/// <summary>Why somebody answers a search, and how well.</summary>
internal sealed record SearchMatch(double Score, NameMatch? Name, PhoneOwner? Phone)
{
    private const double Certain = 1000;
    private const double Sure = 700;
    private const double Likely = 500;
    private const double Beginning = 300;
    private const double Partly = 200;
    private const double Faint = 100;

    // More than evidence tells apart, less than lies between the classes above.
    private const double Line = 60;

    /// <summary>What was typed is only the beginning of a name.</summary>
    public bool Begins { get; private init; }

    /// <summary>A name differs: somebody else may well be meant.</summary>
    public bool IsDoubtful { get; private init; }

    /// <summary>Something that who asks may know of both cannot be true of one person: among those shown, behind those of whom nothing is.</summary>
    public bool IsContradicted { get; init; }

    public static SearchMatch ByDocument { get; } = new(Certain, null, null);

    /// <summary>Whether there is little sense in looking further. An initial convinces nobody by itself, and looking further would not help it.</summary>
    public bool Convinces => Name is not { } name || name.Verdict == Verdict.Same || (name.Verdict == Verdict.Possible && name.Seen.Given == Agreement.Initial);

    public static SearchMatch ByPhone(PhoneOwner owner) => new(owner == PhoneOwner.Herself ? Certain : Certain - 1, null, owner);

    // Evidence is a log-odds of a few tens; the shift keeps the order of the classes above.
    public static SearchMatch ByName(NameMatch match) => new((match.Verdict == Verdict.Same ? Sure : Likely) + match.Evidence, match, null);

    public static SearchMatch ByBeginning(NameMatch match) => new(Beginning + match.Evidence, match, null) { Begins = true };

    /// <summary>What was typed names the line she goes by herself: before those met through a patronymic beside a family name nobody typed.</summary>
    public SearchMatch NamingHerLine() => this with { Score = Score + Line };

    /// <summary>Close enough to be shown, although one of the names differs: behind those whose names begin like what was typed.</summary>
    public static SearchMatch ByPart(NameMatch match) => new(Partly + match.Evidence, match, null) { IsDoubtful = true };

    /// <summary>Called different, yet so near that a slip may explain it: shown last.</summary>
    public static SearchMatch ByLikeness(NameMatch match) => new(Faint + match.Evidence, match, null) { IsDoubtful = true };

    public string InWords(Texts t) => this switch
    {
        { Phone: { } owner } => t["Telephone: {0}", PhoneOwners.Word(owner, t)],
        { Name: { } name } when !Begins => string.Join(", ", name.Reasons.Select(r => MatchWords.Reason(r, t))),
        { Name.Year: YearAgreement.Same } => $"{t["names begin like this"]}, {MatchWords.Reason(NameReason.SameYear, t)}",
        { Name: not null } => t["names begin like this"],
        _ => t["same document"],
    };
}
