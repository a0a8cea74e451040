using Turna.Kernel;
using Turna.Ledger;
using Turna.People.Contracts;

namespace Turna.Cases.BringingIn;

/// <summary>Reads the people of a register with the suggestions that may still be made: of nobody who was restricted or erased since it was read.</summary>
internal sealed class StagedPeople(ImportShelf shelf, LikelyPeople likely)
{
    /// <summary>One page of them, from 0; null behind the last.</summary>
    public async Task<IReadOnlyList<StagedPerson>?> ReadAsync(OpenableImport open, OpeningReceipt receipt, int page, Actor actor, CancellationToken cancel)
    {
        if (await shelf.ReadAsync<List<StagedPerson>>(open, receipt, PartKind.People, page, cancel) is not { } people) return null;
        var still = await likely.StillAsync([.. people.SelectMany(p => p.Matches).Select(m => new PersonId(m.Person)).Distinct()], actor, cancel);
        return [.. people.Select(p => p with { Matches = [.. p.Matches.Where(m => still.Contains(new PersonId(m.Person)))] })];
    }
}
