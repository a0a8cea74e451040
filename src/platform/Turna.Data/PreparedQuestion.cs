using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Turna.Data;

/// <summary>
/// A question with one argument that is asked again and again: Entity Framework works it out once for each model, not each time. To be kept in a
/// static field. Extension methods of our own are not understood in it, and an argument that is a list does not work.
/// </summary>
public sealed class PreparedQuestion<TArgument, TRow>(Expression<Func<TurnaDb, TArgument, IQueryable<TRow>>> question)
{
    private readonly ConditionalWeakTable<IModel, Func<TurnaDb, TArgument, IAsyncEnumerable<TRow>>> workedOut = [];

    /// <summary>The answer, read from this unit of work while it is gone through.</summary>
    public IAsyncEnumerable<TRow> Of(TurnaDb db, TArgument argument) => workedOut.GetValue(db.Model, _ => EF.CompileAsyncQuery(question))(db, argument);
}
