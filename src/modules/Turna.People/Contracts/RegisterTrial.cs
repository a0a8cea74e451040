using Turna.Kernel;
using Turna.People.Registering;
using Turna.People.Searching;

namespace Turna.People.Contracts;

/// <summary>Somebody a measured search showed.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="Score">0 to 1, as of the names engine; 1 for a telephone or a document.</param>
public readonly record struct TrialHit(PersonId Id, double Score);

/// <summary>The answer of a measured search.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Opened">How many identities were opened to find them.</param>
public sealed record TrialAnswer(IReadOnlyList<TrialHit> Hits, int Opened);

/// <summary>
/// Measures the search: fills a scratch register and asks it by the very parts that answer the search page, the leaf of the ledger included.
/// Not for an organisation's own database: loading leaves no leaves.
/// </summary>
public sealed class RegisterTrial
{
    private readonly LoadRegister load;
    private readonly FindPeople find;

    internal RegisterTrial(LoadRegister load, FindPeople find) => (this.load, this.find) = (load, find);

    /// <summary>Fills the register of the actor's organisation.</summary>
    /// <param name="people">Who; her id is the caller's.</param>
    /// <param name="expected">About how many, from which the width of the tokens follows.</param>
    /// <param name="actor">A member who holds the organisation's keys.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many were loaded and the bytes of index they take.</returns>
    public async Task<(int People, long IndexBytes)> FillAsync(IEnumerable<NewPerson> people, long expected, Actor actor, CancellationToken cancel)
    {
        var loaded = await load.HandleAsync(people, expected, actor, cancel);
        return (loaded.People, loaded.IndexBytes);
    }

    /// <summary>Searches as the page does.</summary>
    public async Task<TrialAnswer> SearchAsync(string text, int most, Actor actor, CancellationToken cancel)
    {
        var query = SearchQuery.Read(text);
        if (query.SaysTooLittle) return new TrialAnswer([], 0);
        var shown = await find.ShowAsync(query, most, actor, cancel);
        return new TrialAnswer([.. shown.People.Zip(shown.Matches, (p, m) => new TrialHit(p.Id, m.Name?.Score ?? 1))], shown.Opened);
    }
}
