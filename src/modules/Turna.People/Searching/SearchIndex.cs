using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.People.Contracts;
using Turna.People.Keeping;
using Turna.Vault;

namespace Turna.People.Searching;

/// <summary>The blind index: keyed tokens that point to sealed references.</summary>
internal sealed class SearchIndex(TurnaDb db, KeyVault vault)
{
    /// <summary>How many values one question to the database may carry.</summary>
    public const int MostParameters = 900;

    private const int MostCandidates = 400;

    /// <summary>Enters a new person. Part of the unit of work.</summary>
    public void Add(PersonId person, Identity identity) => AddTokens(person, Tokens(SearchKeys.Of(identity)));

    /// <summary>Brings the entries of a person to her changed identity. Part of the unit of work.</summary>
    public async Task ReplaceAsync(PersonId person, Identity before, Identity after, CancellationToken cancel)
    {
        var old = Tokens(SearchKeys.Of(before));
        var now = Tokens(SearchKeys.Of(after));
        await RemoveAsync(person, [.. old.Except(now)], cancel);
        AddTokens(person, now.Except(old));
    }

    /// <summary>Takes a person out of the index. Part of the unit of work.</summary>
    public Task RemoveAsync(PersonId person, Identity identity, CancellationToken cancel) =>
        RemoveAsync(person, Tokens(SearchKeys.Of(identity)), cancel);

    /// <summary>Those who have at least one of these keys, the telling keys looked up first; at most a few hundred.</summary>
    public async Task<IReadOnlyList<PersonId>> FindAsync(IEnumerable<SearchKey> keys, CancellationToken cancel)
    {
        var found = new HashSet<PersonId>();
        foreach (var alike in keys.GroupBy(k => k.Rank).OrderBy(g => g.Key))
        {
            var tokens = Tokens(alike);
            var entries = await db.Set<IndexEntry>().AsNoTracking().Where(e => tokens.Contains(e.Token)).Take(MostCandidates - found.Count).ToListAsync(cancel);
            found.UnionWith(entries.Select(e => new PersonId(vault.OpenReference(e.Token, e.Reference))));
            if (found.Count >= MostCandidates) break;
        }

        return [.. found];
    }

    /// <summary>The same for many people at once: for each, those who have one of her keys, the telling keys first; at most so many.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<PersonId>>> FindManyAsync(IReadOnlyList<IReadOnlyCollection<SearchKey>> people, int most, CancellationToken cancel)
    {
        var asked = people.Select(keys => keys.OrderBy(k => k.Rank).Select(k => vault.IndexToken(k.Kind, k.Text)).Distinct().ToList()).ToList();
        var pointed = new Dictionary<Token, List<PersonId>>();
        foreach (var tokens in asked.SelectMany(t => t).Distinct().Chunk(MostParameters))
        {
            foreach (var entry in await db.Set<IndexEntry>().AsNoTracking().Where(e => tokens.Contains(e.Token)).ToListAsync(cancel))
            {
                if (!pointed.TryGetValue(entry.Token, out var known)) pointed[entry.Token] = known = [];
                known.Add(new PersonId(vault.OpenReference(entry.Token, entry.Reference)));
            }
        }

        return [.. asked.Select(tokens => tokens.SelectMany(t => pointed.GetValueOrDefault(t, [])).Distinct().Take(most).ToList())];
    }

    private void AddTokens(PersonId person, IEnumerable<Token> tokens)
    {
        foreach (var token in tokens) db.Add(new IndexEntry { Token = token, Reference = vault.SealReference(token, person.Value) });
    }

    private async Task RemoveAsync(PersonId person, List<Token> tokens, CancellationToken cancel)
    {
        if (tokens.Count == 0) return;
        var entries = await db.Set<IndexEntry>().Where(e => tokens.Contains(e.Token)).ToListAsync(cancel);
        db.RemoveRange(entries.Where(e => vault.OpenReference(e.Token, e.Reference) == person.Value));
    }

    // In the order of the tokens themselves, which is the order of chance: rows of one person do not betray which key came first.
    private List<Token> Tokens(IEnumerable<SearchKey> keys) =>
        [.. keys.Select(k => vault.IndexToken(k.Kind, k.Text)).Distinct().OrderBy(t => t.ToString(), StringComparer.Ordinal)];
}
