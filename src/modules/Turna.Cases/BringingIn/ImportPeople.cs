using Turna.Cases.Contracts;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.BringingIn;

/// <summary>Somebody a row is entered for: registered with it, or known before.</summary>
internal sealed record EnteredPerson(PersonId Id, bool IsNew, FactPerson Coded, PartialDate? Born)
{
    /// <summary>Her codes on a day.</summary>
    public FactPerson On(DateOnly day) => Coded with { Age = PersonFacts.AgeOn(Born, day) };
}

/// <summary>Whom each row is entered for.</summary>
internal sealed record EnteredPeople(IReadOnlyList<string?> Keys, IReadOnlyDictionary<string, EnteredPerson> ByKey, IReadOnlyDictionary<string, string> Refused)
{
    public int Registered => ByKey.Values.Count(p => p.IsNew);

    public IEnumerable<PersonId> TouchedBefore => ByKey.Values.Where(p => !p.IsNew).Select(p => p.Id).Distinct();

    public string? KeyOf(int row) => Keys[row];

    public EnteredPerson? Of(int row) => Keys[row] is { } key ? ByKey.GetValueOrDefault(key) : null;

    public IReadOnlyList<string> RemarksOf(int row) => Keys[row] is { } key && Refused.TryGetValue(key, out var why) ? [why] : [];
}

/// <summary>Registers the people of a file and finds again those whom a member said she knows. Decides nothing by itself.</summary>
internal sealed class ImportPeople(PersonRegister register, PersonCards cards, PersonFacts coding, KeyVault vault)
{
    private const int AtOnce = 500;
    private const string Refusal = "name: it could not be entered as a person and is kept as text";

    public async Task<EnteredPeople> EnterAsync(
        IReadOnlyList<StagedRow> rows, Decisions decisions, Import import, DateOnly today, Actor actor, IWorkWatch watch, CancellationToken cancel)
    {
        var sizes = rows.Where(Comes).GroupBy(r => r.Person!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var keys = rows.Select((row, i) => !Comes(row) ? null : sizes[row.Person!] == 1 || decisions.IsJoined(row.Person!) ? row.Person! : $"{row.Person}/{i}").ToList();
        var groups = Enumerable.Range(0, rows.Count).Where(i => keys[i] is not null).GroupBy(i => keys[i]!, i => rows[i].Row, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

        var entered = await KnownAsync(groups, decisions, actor, watch, cancel);
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        // Nobody is registered for rows that all stay out for want of a day: what came of them would be a person without a consultation.
        // In the order of chance, so that the order of the ids tells nothing of the order of the rows.
        var fresh = groups.Where(g => !entered.ContainsKey(g.Key) && g.Value.Exists(r => decisions.DayOf(r, today) is not null))
            .OrderBy(g => vault.IndexToken("register-order", $"{import.Id}|{g.Key}").ToString(), StringComparer.Ordinal).ToList();
        foreach (var some in fresh.Chunk(AtOnce))
        {
            var people = Array.ConvertAll(some, g => NewPeople.Of(g.Key, g.Value, import.Team, today));
            var added = await register.AddAllAsync(people, actor, cancel);
            for (var i = 0; i < some.Length; i++)
            {
                if (added[i].Succeeded) entered[some[i].Key] = new EnteredPerson(people[i].Id, true, PersonFacts.Of(people[i], default), people[i].Born);
                else refused[some[i].Key] = Refusal;
            }

            await watch.StepAsync(0, rows.Count, cancel);
        }

        return new EnteredPeople(keys, entered, refused);
    }

    private static bool Comes(StagedRow row) => row.Person is not null && !row.Repeated && PublishRows.IsEntry(row.Row);

    private async Task<Dictionary<string, EnteredPerson>> KnownAsync(
        Dictionary<string, List<RegisterRow>> groups, Decisions decisions, Actor actor, IWorkWatch watch, CancellationToken cancel)
    {
        var entered = new Dictionary<string, EnteredPerson>(StringComparer.Ordinal);
        foreach (var some in groups.Keys.Where(k => decisions.KnownAs(k) is not null).Chunk(AtOnce))
        {
            var open = await cards.OpenAsync([.. some.Select(k => new PersonId(decisions.KnownAs(k)!.Value)).Distinct()], "publishing of a register", actor, cancel);
            foreach (var key in some)
            {
                // Who cannot be opened any more was erased or taken away meanwhile: she is registered anew.
                if (!open.TryGetValue(new PersonId(decisions.KnownAs(key)!.Value), out var card)) continue;
                entered[key] = new EnteredPerson(card.Id, false, await coding.OfAsync(card, default, cancel), card.Born);
                await register.TightenAsync(card.Id, Safety.Of(groups[key].SelectMany(r => r.SafeContact)), actor, cancel);
            }

            await watch.StepAsync(0, 0, cancel);
        }

        return entered;
    }
}
