using Turna.Data;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.People.Keeping;

/// <summary>
/// A question about a person to a named officer of another organisation. Its text opens for the two of them alone. Who asked sees that
/// it was sent, and nothing else until it is answered.
/// </summary>
internal sealed class Question : IRevised
{
    public Guid Id { get; init; }

    /// <summary>The organisation that asks.</summary>
    public OrganisationId Organisation { get; init; }

    public MemberId AskedBy { get; init; }

    public OrganisationId Asked { get; init; }

    public MemberId Officer { get; init; }

    public DateTime AskedAt { get; init; }

    public Sealed Text { get; set; }

    /// <summary>Only with the person's consent.</summary>
    public Sealed? Answer { get; set; }

    public DateTime? AnsweredAt { get; set; }

    /// <summary>The officer has done with it without an answer. Never shown to who asked.</summary>
    public DateTime? SetAsideAt { get; set; }

    public int Revision { get; set; } = 1;

    public SubjectId Subject => new(Id);

    public Place TextPlace => new(Organisation, "people_question", "text", Id, Subject, 1);

    public Place AnswerPlace => new(Organisation, "people_question", "answer", Id, Subject, 1);
}

/// <summary>A member to whom other organisations may address questions.</summary>
internal sealed class QuestionOfficer
{
    public MemberId Member { get; init; }

    public OrganisationId Organisation { get; init; }

    public DateTime Since { get; init; }
}
