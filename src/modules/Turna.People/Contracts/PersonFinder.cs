using Turna.Kernel;
using Turna.People.Matching;
using Turna.People.Searching;

namespace Turna.People.Contracts;

/// <summary>Somebody a search found, as it may be shown.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="Name">The name she uses.</param>
/// <param name="BirthYear">Year of birth, when known.</param>
/// <param name="Place">Village or oblast she comes from, in the language of the request.</param>
/// <param name="Why">Why she was found, in words of the request's language.</param>
/// <param name="MayOpen">Whether the actor may open her page.</param>
/// <param name="Restricted">Whether her record is restricted to a team.</param>
public sealed record FoundPerson(PersonId Id, string Name, int? BirthYear, string? Place, string Why, bool MayOpen, bool Restricted)
{
    /// <summary>A name differs: somebody else may well be meant.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Compared with somebody: what speaks against one person, in words of the request's language. What agrees is in <c>Why</c>.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];

    /// <summary>Her safe-contact rules as sentences, for those who may open her page: to be read before she is called.</summary>
    public IReadOnlyList<string> SafeContactLines { get; init; } = [];
}

/// <summary>The answer of a search.</summary>
/// <param name="People">Best first.</param>
/// <param name="More">True when others were found that are not shown.</param>
/// <param name="Ask">What to add, in words, when the query says too little to search; then nobody is shown.</param>
public sealed record SearchAnswer(IReadOnlyList<FoundPerson> People, bool More, string? Ask)
{
    public static SearchAnswer Nobody { get; } = new([], false, null);
}

/// <summary>
/// Finds people by names in any order and spelling, initials, year of birth, telephone or document, without reading anybody else.
/// Each answer leaves one leaf that lists those shown. Whoever lacks the organisation's index key gets the same empty answer for everyone.
/// </summary>
public sealed class PersonFinder
{
    /// <summary>How many are shown while typing.</summary>
    public const int Suggestions = 5;

    private readonly FindPeople find;
    private readonly FindTwins twins;

    internal PersonFinder(FindPeople find, FindTwins twins) => (this.find, this.twins) = (find, twins);

    /// <summary>Searches by what somebody typed.</summary>
    /// <param name="query">Two names, the second from three letters; initial and family name; a name and a year; a telephone; a document.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Cancels.</param>
    /// <param name="most">At most so many are shown.</param>
    public Task<SearchAnswer> SearchAsync(string query, Actor actor, CancellationToken cancel, int most = Suggestions) =>
        find.HandleAsync(query, most, actor, cancel);

    /// <summary>People who are likely the one about to be registered, best first; those declared different from her are left out.</summary>
    public Task<IReadOnlyList<FoundPerson>> LikelySameAsync(NewPerson person, Actor actor, CancellationToken cancel, int most = Suggestions) =>
        twins.HandleAsync(person, most, actor, cancel);
}
