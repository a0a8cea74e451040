using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.Vault;
using Turna.Vault.Index;

namespace Turna.People.Searching;

/// <summary>Somebody whom tokens of a search name, and how much they tell together.</summary>
internal readonly record struct Named(PersonId Person, int Weight);

/// <summary>
/// The blind index: keyed tokens that point to sealed references. Telephones and documents have whole tokens; tokens of names are cut
/// so short that strangers share them, and stand in the organisation's newest <see cref="IndexRound"/>.
/// </summary>
internal sealed class SearchIndex(TurnaDb db, IndexRounds rounds, KeyVault vault) : IDisposable
{
    /// <summary>How many values one question to the database may carry.</summary>
    public const int MostParameters = 900;

    private readonly Dictionary<int, IndexSeal> seals = [];

    /// <summary>Enters a new person. Part of the unit of work.</summary>
    public async Task AddAsync(Person person, Identity identity, CancellationToken cancel)
    {
        var keys = SearchKeys.Of(identity);
        AddNumbers(person.Id, Numbers(keys));
        await AddNamesAsync(person, keys, cancel);
    }

    /// <summary>Brings the entries of a person to her changed identity. Part of the unit of work.</summary>
    public async Task ReplaceAsync(Person person, Identity before, Identity after, CancellationToken cancel)
    {
        var (old, now) = (SearchKeys.Of(before), SearchKeys.Of(after));
        var (oldNumbers, newNumbers) = (Numbers(old), Numbers(now));
        await RemoveNumbersAsync(person.Id, [.. oldNumbers.Except(newNumbers)], cancel);
        AddNumbers(person.Id, newNumbers.Except(oldNumbers));
        await RekeyAsync(person, old, now, cancel);
    }

    /// <summary>Enters a person into the newest round, whatever round she stood in. Part of the unit of work.</summary>
    public Task RekeyAsync(Person person, Identity identity, CancellationToken cancel)
    {
        var keys = SearchKeys.Of(identity);
        return RekeyAsync(person, keys, keys, cancel);
    }

    /// <summary>Takes a person out of the index. Part of the unit of work.</summary>
    public async Task RemoveAsync(Person person, Identity identity, CancellationToken cancel)
    {
        var keys = SearchKeys.Of(identity);
        await RemoveNumbersAsync(person.Id, Numbers(keys), cancel);
        await RemoveNamesAsync(person, keys, cancel);
    }

    /// <summary>Those whom at least one of these keys names, most named first; equal ones in the order of registration.</summary>
    public async Task<IReadOnlyList<Named>> FindAsync(OrganisationId organisation, IReadOnlyCollection<SearchKey> keys, CancellationToken cancel)
    {
        var named = new Dictionary<Guid, int>();
        await TallyNumbersAsync(keys, named, cancel);
        foreach (var round in await rounds.OfAsync(organisation, cancel)) await TallyNamesAsync(round, keys, named, cancel);
        return [.. named.Select(n => new Named(new PersonId(n.Key), n.Value)).OrderByDescending(n => n.Weight).ThenBy(n => n.Person.Value)];
    }

    /// <summary>The same for many people at once, in few questions: for each, those most named by her keys, at most so many.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<PersonId>>> FindManyAsync(
        OrganisationId organisation, IReadOnlyList<IReadOnlyCollection<SearchKey>> people, int most, CancellationToken cancel)
    {
        var named = people.Select(_ => new Dictionary<Guid, int>()).ToList();
        await TallyManyNumbersAsync(people, named, cancel);
        foreach (var round in await rounds.OfAsync(organisation, cancel)) await TallyManyNamesAsync(round, people, named, cancel);
        return [.. named.Select(n => n.OrderByDescending(p => p.Value).ThenBy(p => p.Key).Take(most).Select(p => new PersonId(p.Key)).ToList())];
    }

    public void Dispose()
    {
        foreach (var seal in seals.Values) seal.Dispose();
    }

    private async Task TallyNumbersAsync(IEnumerable<SearchKey> keys, Dictionary<Guid, int> named, CancellationToken cancel)
    {
        var tokens = Numbers(keys);
        if (tokens.Count == 0) return;
        foreach (var entry in await db.Set<IndexEntry>().AsNoTracking().Where(e => EF.Parameter(tokens).Contains(e.Token)).ToListAsync(cancel))
            Count(named, PersonOf(entry), SearchKey.NumberWeight);
    }

    private async Task TallyNamesAsync(IndexRound round, IEnumerable<SearchKey> keys, Dictionary<Guid, int> named, CancellationToken cancel)
    {
        var seal = SealOf(round);
        var weights = new Dictionary<int, int>();
        foreach (var key in keys.Where(k => !k.IsNumber))
        {
            var token = seal.TokenOf(key.Kind, key.Text);
            weights[token] = weights.GetValueOrDefault(token) + key.Weight;
        }

        if (weights.Count == 0) return;
        List<int> tokens = [.. weights.Keys];
        // One parameter for all tokens: a text of its own for each count of them would be made anew at every search.
        var entries = await db.Set<NameEntry>().Where(e => e.Round == round.Number && EF.Parameter(tokens).Contains(e.Token))
            .Select(e => new { e.Token, e.Reference }).ToListAsync(cancel);
        foreach (var entry in entries) Count(named, seal.OpenReference(entry.Token, entry.Reference), weights[entry.Token]);
    }

    private async Task TallyManyNumbersAsync(IReadOnlyList<IReadOnlyCollection<SearchKey>> people, List<Dictionary<Guid, int>> named, CancellationToken cancel)
    {
        var asked = people.Select(Numbers).ToList();
        var pointed = new Dictionary<Token, List<Guid>>();
        foreach (var tokens in asked.SelectMany(t => t).Distinct().Chunk(MostParameters))
        {
            foreach (var entry in await db.Set<IndexEntry>().AsNoTracking().Where(e => tokens.Contains(e.Token)).ToListAsync(cancel))
                Point(pointed, entry.Token, PersonOf(entry));
        }

        for (var i = 0; i < people.Count; i++)
        {
            foreach (var person in asked[i].SelectMany(t => pointed.GetValueOrDefault(t, []))) Count(named[i], person, SearchKey.NumberWeight);
        }
    }

    private async Task TallyManyNamesAsync(IndexRound round, IReadOnlyList<IReadOnlyCollection<SearchKey>> people, List<Dictionary<Guid, int>> named, CancellationToken cancel)
    {
        var seal = SealOf(round);
        var asked = people.Select(keys => keys.Where(k => !k.IsNumber).Select(k => (Token: seal.TokenOf(k.Kind, k.Text), k.Weight)).ToList()).ToList();
        var pointed = new Dictionary<int, List<Guid>>();
        foreach (var tokens in asked.SelectMany(t => t).Select(t => t.Token).Distinct().Chunk(MostParameters))
        {
            var entries = await db.Set<NameEntry>().Where(e => e.Round == round.Number && tokens.Contains(e.Token)).Select(e => new { e.Token, e.Reference }).ToListAsync(cancel);
            foreach (var entry in entries) Point(pointed, entry.Token, seal.OpenReference(entry.Token, entry.Reference));
        }

        for (var i = 0; i < people.Count; i++)
        {
            foreach (var (token, weight) in asked[i])
            {
                foreach (var person in pointed.GetValueOrDefault(token, [])) Count(named[i], person, weight);
            }
        }
    }

    private static void Point<T>(Dictionary<T, List<Guid>> pointed, T token, Guid person)
        where T : notnull
    {
        if (!pointed.TryGetValue(token, out var known)) pointed[token] = known = [];
        known.Add(person);
    }

    private static void Count(Dictionary<Guid, int> named, Guid person, int weight) => named[person] = named.GetValueOrDefault(person) + weight;

    private async Task RekeyAsync(Person person, IReadOnlyCollection<SearchKey> old, IReadOnlyCollection<SearchKey> now, CancellationToken cancel)
    {
        await RemoveNamesAsync(person, old, cancel);
        await AddNamesAsync(person, now, cancel);
    }

    private async Task AddNamesAsync(Person person, IEnumerable<SearchKey> keys, CancellationToken cancel)
    {
        var round = await rounds.NewestAsync(person.Organisation, cancel);
        var seal = SealOf(round);
        person.KeyRound = round.Number;
        foreach (var token in NameTokens(seal, keys))
        {
            var reference = new byte[IndexSeal.ReferenceLength];
            seal.SealReference(token, person.Id.Value, reference);
            db.Add(new NameEntry { Round = round.Number, Token = token, Reference = reference });
        }
    }

    // Entries made by earlier rules may have other tokens; they go with their round.
    private async Task RemoveNamesAsync(Person person, IEnumerable<SearchKey> keys, CancellationToken cancel)
    {
        if (await rounds.FindAsync(person.KeyRound, cancel) is not { } round) return;
        var seal = SealOf(round);
        List<int> tokens = [.. NameTokens(seal, keys)];
        var entries = await db.Set<NameEntry>().Where(e => e.Round == round.Number && tokens.Contains(e.Token)).ToListAsync(cancel);
        db.RemoveRange(entries.Where(e => seal.OpenReference(e.Token, e.Reference) == person.Id.Value));
    }

    private void AddNumbers(PersonId person, IEnumerable<Token> tokens)
    {
        foreach (var token in tokens) db.Add(new IndexEntry { Token = token, Reference = NumberReference(NumberSeal, token, person) });
    }

    private async Task RemoveNumbersAsync(PersonId person, List<Token> tokens, CancellationToken cancel)
    {
        if (tokens.Count == 0) return;
        var entries = await db.Set<IndexEntry>().Where(e => tokens.Contains(e.Token)).ToListAsync(cancel);
        db.RemoveRange(entries.Where(e => PersonOf(e) == person.Value));
    }

    // In the order of the tokens themselves, which is the order of chance: rows of one person do not betray which key came first.
    private List<Token> Numbers(IEnumerable<SearchKey> keys) =>
        [.. keys.Where(k => k.IsNumber).Select(k => vault.IndexToken(k.Kind, k.Text)).Distinct().OrderBy(t => t.ToString(), StringComparer.Ordinal)];

    /// <summary>The tokens of the names among these keys, in the order of the tokens.</summary>
    public static IEnumerable<int> NameTokens(IndexSeal seal, IEnumerable<SearchKey> keys) =>
        keys.Where(k => !k.IsNumber).Select(k => seal.TokenOf(k.Kind, k.Text)).Distinct().Order();

    /// <summary>Whom the token of a telephone or a document points to, sealed.</summary>
    public static Sealed NumberReference(IndexSeal seal, Token token, PersonId person)
    {
        var reference = new byte[IndexSeal.ReferenceLength];
        seal.SealReference(token.Bytes.Span, person.Value, reference);
        return new Sealed(reference);
    }

    // Entries made before there were rounds have an envelope, which is longer.
    private Guid PersonOf(IndexEntry entry) => entry.Reference.Envelope.Length == IndexSeal.ReferenceLength
        ? NumberSeal.OpenReference(entry.Token.Bytes.Span, entry.Reference.Envelope.Span)
        : vault.OpenReference(entry.Token, entry.Reference);

    // Whole tokens have no width; any will do.
    private IndexSeal NumberSeal => SealOf(width: 1);

    private IndexSeal SealOf(IndexRound round) => SealOf(round.Width);

    private IndexSeal SealOf(int width)
    {
        if (!seals.TryGetValue(width, out var seal)) seals.Add(width, seal = vault.OpenIndex(width));
        return seal;
    }
}
