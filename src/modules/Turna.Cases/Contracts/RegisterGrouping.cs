using Turna.Cases.Importing.Grouping;

namespace Turna.Cases.Contracts;

/// <summary>A suggestion that two rows are one person, and why. A member of staff decides.</summary>
/// <param name="Row">Position of the later row in <see cref="Register.Rows"/>.</param>
/// <param name="Other">Position of the row it was joined to.</param>
/// <param name="Why">What agrees: <c>name</c>, <c>initial</c>, <c>membership</c>, <c>document</c>, <c>phone</c>, <c>birth year</c>, <c>place</c>, <c>relative's phone</c>.</param>
public sealed record RegisterJoin(int Row, int Other, IReadOnlyList<string> Why);

/// <summary>Which rows of a register are taken for the same person.</summary>
/// <param name="People">By position of the row: an id (<c>p1</c>, <c>p2</c> … in order of first appearance), null for rows without a name.</param>
/// <param name="Joins">Every joining with its evidence, in the order found.</param>
public sealed record RegisterGroups(IReadOnlyList<string?> People, IReadOnlyList<RegisterJoin> Joins);

/// <summary>
/// Suggests which rows are the same person. Careful rather than complete: what would join two women is worse than one woman twice.
/// A phone that is marked as somebody else's never joins by itself; an initial joins only when one person alone fits.
/// </summary>
public static class RegisterGrouping
{
    /// <summary>Groups the rows. The same register always gives the same ids.</summary>
    public static RegisterGroups Of(Register register, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new PersonGrouping(register.Rows, cancel).Group();
    }

    /// <summary>The register without the documents that stand beside several people: nobody is registered with them, and their rows are doubtful.</summary>
    public static Register WithoutSharedDocuments(Register register, RegisterGroups groups)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(groups);
        return register with { Rows = SharedDocuments.TakenOut(register.Rows, groups.People) };
    }
}
