using Turna.Kernel;
using Turna.People.Matching;

namespace Turna.People.Contracts;

/// <summary>Somebody registered who may be the one asked about.</summary>
/// <param name="Id">Opaque; her card is opened with <see cref="PersonCards"/>.</param>
/// <param name="Sure">True when a document agrees, or her own telephone with a name that does not speak against it, or the whole name with the year of birth,
/// and nothing known of both contradicts it.</param>
/// <param name="Why">What agrees, in words of the request's language.</param>
public sealed record LikelyPerson(PersonId Id, bool Sure, string Why)
{
    /// <summary>What speaks against one person, in words of the request's language; without dates, so that it may be kept.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];
}

/// <summary>
/// Looks for many people at once among those whom everyone may find who works with people, for a register that is brought in: nobody restricted. Shows nobody: who is shown afterwards is
/// opened, on record, by <see cref="PersonCards"/>. Decides nothing and links nothing.
/// </summary>
public sealed class LikelyPeople
{
    /// <summary>At most so many are named for each.</summary>
    public const int Most = 3;

    private readonly FindManyTwins twins;

    internal LikelyPeople(FindManyTwins twins) => this.twins = twins;

    /// <summary>For each of these people, in order, those registered who are likely she, best first. Without the index key: nobody for each.</summary>
    public Task<IReadOnlyList<IReadOnlyList<LikelyPerson>>> FindAsync(IReadOnlyList<NewPerson> people, Actor actor, CancellationToken cancel) =>
        twins.HandleAsync(people, actor, cancel);

    /// <summary>Those of people who were found earlier who would still be looked among: not restricted, not erased.</summary>
    public Task<IReadOnlySet<PersonId>> StillAsync(IReadOnlyCollection<PersonId> found, Actor actor, CancellationToken cancel) => twins.StillAsync(found, actor, cancel);
}
