using Turna.Kernel;
using Turna.Names;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Registering;
using Turna.People.Searching;
using Turna.Vault;

namespace Turna.People.Matching;

/// <summary>Finds records that are likely the same person, among those the member may find. Decides nothing.</summary>
internal sealed class FindTwins(Candidates candidates, Twins twins, PersonShelf shelf, KeyVault vault)
{
    /// <summary>Those like somebody about to be registered.</summary>
    public Task<IReadOnlyList<FoundPerson>> HandleAsync(NewPerson person, int most, Actor actor, CancellationToken cancel) =>
        LikeAsync(person.Id, IdentityInput.Read(person).Identity, [], most, actor, cancel);

    /// <summary>Those like somebody registered, without those declared different or linked already.</summary>
    public async Task<IReadOnlyList<FoundPerson>> HandleAsync(PersonId person, int most, Actor actor, CancellationToken cancel)
    {
        if (await shelf.OpenAsync(person, Purposes.LikelySame, actor, cancel) is not { } open) return [];
        HashSet<PersonId> decided =
        [
            .. await twins.DecidedAsync(person, TwinDecision.NotSame, cancel), .. await twins.GroupAsync(person, cancel),
        ];
        return await LikeAsync(person, open.Identity, decided, most, actor, cancel);
    }

    private async Task<IReadOnlyList<FoundPerson>> LikeAsync(
        PersonId person, Identity identity, HashSet<PersonId> decided, int most, Actor actor, CancellationToken cancel)
    {
        if (!actor.May(PeoplePermissions.Search) || !vault.CanFind) return [];
        var shown = await candidates.ShowAsync(new Likeness(identity), id => id == person || decided.Contains(id), most, Purposes.LikelySame, actor, cancel);
        return shown.People;
    }
}

/// <summary>How like one identity is another. Only her own telephone speaks for one person; a shared one does not.</summary>
internal sealed class Likeness(Identity identity) : IAsk
{
    private readonly IReadOnlyList<NameRecord> names = [.. SearchKeys.Records(identity)];
    private readonly HashSet<string> documents = [.. identity.Documents.Select(d => SearchKeys.DocumentKey(d.Number)).Where(d => d.Length >= SearchKeys.ShortestDocument)];
    private readonly HashSet<string> phones = [.. OwnPhones(identity)];

    public IEnumerable<SearchKey> Keys => SearchKeys.Of(identity);

    public IEnumerable<SearchKey> SlipKeys => [];

    public TwoRecords With(Identity other, bool mayOpen) => new(identity, other, mayOpen);

    /// <summary>Whether a document of hers is a document of the other.</summary>
    public bool SharesDocument(Identity other) => other.Documents.Any(d => documents.Contains(SearchKeys.DocumentKey(d.Number)));

    /// <summary>Whether both have one telephone of their own.</summary>
    public bool SharesPhone(Identity other) => OwnPhones(other).Any(phones.Contains);

    public SearchMatch? Match(Identity other)
    {
        if (SharesDocument(other)) return SearchMatch.ByDocument;
        if (SharesPhone(other)) return SearchMatch.ByPhone(PhoneOwner.Herself);
        var best = names.SelectMany(_ => SearchKeys.Records(other), NameComparison.Compare).OrderByDescending(m => m.Verdict).ThenByDescending(m => m.Evidence).Take(1).ToList();
        return best is [{ Verdict: not Verdict.Different } match] && !IsNamesake(match, other) ? SearchMatch.ByName(match) : null;
    }

    // Women take another family name when they marry, so that a given name and a year are worth a look. Men keep theirs: a plainly other one, and
    // nothing but the given name and the year beside it, is one of the many of his age who are called as he is.
    private bool IsNamesake(NameMatch match, Identity other) =>
        identity.Sex == Evidence.Contracts.Sex.Male && other.Sex == Evidence.Contracts.Sex.Male && match.Reasons.Contains(NameReason.FamilyDiffers)
        && names.SelectMany(_ => SearchKeys.Records(other), (a, b) => NameComparison.Compare(a with { BirthYear = null }, b with { BirthYear = null })).All(m => m.Verdict == Verdict.Different);

    /// <summary>Whether more than a likeness of names speaks for one person and nothing against it; what is left to doubt a member decides one by one.</summary>
    public bool IsSure(Identity other, bool mayOpen) => MoreThanNamesAgrees(other) && !With(other, mayOpen).IsContradicted;

    /// <summary>Whether more than a likeness of names speaks for one person, whatever speaks against it.</summary>
    public bool MoreThanNamesAgrees(Identity other)
    {
        if (SharesDocument(other)) return true;
        var compared = names.SelectMany(_ => SearchKeys.Records(other), NameComparison.Compare).ToList();
        if (compared.Count == 0 || compared.MaxBy(m => m.Evidence) is var best && best.Verdict == Verdict.Different) return false;
        return SharesPhone(other) || (best.Verdict == Verdict.Same && best.Year == YearAgreement.Same);
    }

    private static IEnumerable<string> OwnPhones(Identity person) =>
        person.Phones.Where(p => p.Owner == PhoneOwner.Herself).Select(p => SearchKeys.PhoneKey(p.Number)).Where(k => k.Length > 0);
}
