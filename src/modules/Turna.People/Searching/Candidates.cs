using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.People.Contacting;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.Vault;

namespace Turna.People.Searching;

/// <summary>What somebody is looked for by.</summary>
internal interface IAsk
{
    /// <summary>The keys to look up first.</summary>
    IEnumerable<SearchKey> Keys { get; }

    /// <summary>Further keys, for when nobody convinced: they allow for a slip and cost more.</summary>
    IEnumerable<SearchKey> SlipKeys { get; }

    /// <summary>How well this identity answers; null when it does not.</summary>
    SearchMatch? Match(Identity identity);

    /// <summary>This identity beside hers who is asked about, where she is registered or about to be, as far as who asks may know it.</summary>
    TwoRecords? With(Identity identity, bool mayOpen) => null;
}

/// <summary>Those shown of the candidates, how each answers, whether more answered, and how many identities were opened to find them.</summary>
internal sealed record Shown(IReadOnlyList<FoundPerson> People, IReadOnlyList<SearchMatch> Matches, bool More, int Opened);

/// <summary>
/// From index keys to people shown: candidates by token, those whom most tokens name opened first and ranked without being shown,
/// then one leaf that lists those shown, then opened. Once somebody convinces, those named half as often are left closed.
/// </summary>
internal sealed class Candidates(TurnaDb db, KeyVault vault, SearchIndex index, PersonShelf shelf, Texts texts)
{
    private const int MostOpened = 240;
    private const int MostOpenedForSlips = 450;
    private const int FewAtFirst = 8;
    private const int AtOnce = 100;

    /// <summary>The best matches among those with one of the keys whom the actor may find.</summary>
    public async Task<Shown> ShowAsync(IAsk ask, Func<PersonId, bool> leaveOut, int most, string purpose, Actor actor, CancellationToken cancel)
    {
        var trial = await TryAsync(ask, leaveOut, actor, cancel);
        var best = trial.Best(most);
        var open = await shelf.UnsealAsync([.. best.Select(b => b.Row)], trial.Keys, PeopleActs.Searched, purpose, actor, cancel);
        var matches = best.ToDictionary(b => b.Row.Id, b => b.Match);
        return new Shown([.. open.Select(p => Show(p, matches[p.Id], ask.With(p.Identity, PersonAccess.MayOpen(actor, p.Row)), actor))], [.. open.Select(p => matches[p.Id])], trial.Answers > most, trial.Opened);
    }

    /// <summary>The best matches without showing them: who they are, and how each answers.</summary>
    public async Task<IReadOnlyList<(PersonId Person, SearchMatch Match)>> AlikeAsync(IAsk ask, Func<PersonId, bool> leaveOut, int most, Actor actor, CancellationToken cancel) =>
        (await TryAsync(ask, leaveOut, actor, cancel)).Best(most).ConvertAll(b => (b.Row.Id, b.Match));

    private async Task<Trial> TryAsync(IAsk ask, Func<PersonId, bool> leaveOut, Actor actor, CancellationToken cancel)
    {
        var trial = new Trial(ask);
        // One connection for all questions of a search: opening it anew for each costs more than the answers.
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await TryAsync(trial, [.. ask.Keys], MostOpened, leaveOut, actor, cancel);
            if (!trial.Convinced) await TryAsync(trial, [.. ask.SlipKeys], MostOpenedForSlips, leaveOut, actor, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return trial;
    }

    private async Task TryAsync(Trial trial, IReadOnlyCollection<SearchKey> keys, int most, Func<PersonId, bool> leaveOut, Actor actor, CancellationToken cancel)
    {
        if (keys.Count == 0) return;
        var named = (await index.FindAsync(actor.Organisation, keys, cancel)).Where(n => !leaveOut(n.Person) && !trial.Knows(n.Person)).Take(most);
        var enough = 0;
        foreach (var some in InGrowingParts([.. named]))
        {
            var worth = some.Where(n => n.Weight * 2 > enough).ToDictionary(n => n.Person, n => n.Weight);
            if (worth.Count == 0) return;
            await OpenAsync(trial, [.. worth.Keys], actor, cancel);
            enough = Math.Max(enough, trial.Convincing.Select(p => worth.GetValueOrDefault(p)).DefaultIfEmpty().Max());
        }
    }

    // Whoever is meant is mostly among the few named most often; opening is what costs.
    private static IEnumerable<Named[]> InGrowingParts(Named[] named)
    {
        var size = FewAtFirst;
        for (var at = 0; at < named.Length; at += size, size = Math.Min(size * 4, AtOnce)) yield return named[at..Math.Min(at + size, named.Length)];
    }

    private async Task OpenAsync(Trial trial, List<PersonId> ids, Actor actor, CancellationToken cancel)
    {
        var rows = await db.Set<Person>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).ToListAsync(cancel);
        List<Person> mine = [.. rows.Where(p => PersonAccess.MayFind(actor, p)).OrderBy(p => p.Id.Value)];
        var keys = await vault.FindKeysAsync([.. mine.Select(p => p.Id.Subject)], cancel);
        mine.RemoveAll(p => !keys.ContainsKey(p.Id.Subject));
        trial.Keep(keys);
        var matches = new SearchMatch?[mine.Count];
        vault.Rank<Identity>(mine.ConvertAll(p => new SealedCandidate(keys[p.Id.Subject], p.Place, p.Identity)), trial.Into(matches, mine.ConvertAll(p => PersonAccess.MayOpen(actor, p))), mine.Count);
        trial.Keep(mine, matches);
    }

    private FoundPerson Show(OpenPerson open, SearchMatch match, TwoRecords? both, Actor actor) => new(
        open.Id, open.Identity.DisplayName, open.Identity.BirthDate?.Year, PlaceOf(open.Identity), both is null ? match.InWords(texts) : string.Join(", ", both.Agreeing(texts)),
        PersonAccess.MayOpen(actor, open.Row), open.Row.Sensitivity == PersonSensitivity.Restricted)
    {
        IsDoubtful = match.IsDoubtful,
        Contradictions = both?.Contradicting(texts) ?? [],
        SafeContactLines = PersonAccess.MayOpen(actor, open.Row) ? SafeContactWords.Lines(open.Identity.SafeContact, texts) : [],
    };

    private string? PlaceOf(Identity identity) => !string.IsNullOrEmpty(identity.Village)
        ? identity.Village
        : CodeLists.Shipped.Places.TryFind(identity.HomeOblast, out var oblast) ? oblast.Name(texts.Language.Code) : null;

    /// <summary>How those opened so far answer. Of what was opened it keeps how well each answers, and nothing else.</summary>
    private sealed class Trial(IAsk ask)
    {
        private readonly HashSet<PersonId> opened = [];
        private readonly List<(Person Row, SearchMatch Match)> answers = [];
        private readonly Dictionary<SubjectId, SubjectKey> keys = [];

        public int Opened => opened.Count;

        public int Answers => answers.Count;

        public IReadOnlyDictionary<SubjectId, SubjectKey> Keys => keys;

        public bool Convinced => Convincing.Any();

        public IEnumerable<PersonId> Convincing => answers.Where(a => a.Match.Convinces).Select(a => a.Row.Id);

        public void Keep(IReadOnlyDictionary<SubjectId, SubjectKey> found)
        {
            foreach (var (subject, key) in found) keys[subject] = key;
        }

        public bool Knows(PersonId person) => opened.Contains(person);

        /// <summary>Scores candidates and keeps their matches; several may be scored at once.</summary>
        public Func<int, Identity, double> Into(SearchMatch?[] matches, List<bool> mayOpen) => (at, identity) => (matches[at] = Match(identity, mayOpen[at]))?.Score ?? 0;

        public void Keep(List<Person> rows, SearchMatch?[] matches)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                opened.Add(rows[i].Id);
                if (matches[i] is { } match) answers.Add((rows[i], match));
            }
        }

        private SearchMatch? Match(Identity identity, bool mayOpen) =>
            ask.Match(identity) is { } match ? match with { IsContradicted = ask.With(identity, mayOpen)?.IsContradicted ?? false } : null;

        // What is contradicted takes nobody's place and loses none: a slip in a date must not hide the one with the same document.
        public List<(Person Row, SearchMatch Match)> Best(int most) =>
            [.. answers.OrderByDescending(a => a.Match.Score).ThenBy(a => a.Match.IsContradicted).ThenBy(a => a.Row.Id.Value).Take(most).OrderBy(a => a.Match.IsContradicted)];
    }
}
