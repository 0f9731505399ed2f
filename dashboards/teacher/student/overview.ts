import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '../../../components/base/card.ts';
import '../../../components/base/empty.ts';
import { formatDay } from '../../../components/format.ts';
import type { StudentOverview } from '../../../src/sis/people/overview/queries.ts';
import type { Contact, Home } from '../../../src/sis/people/queries.ts';
import { gradeWords, languageWords, relationshipWords } from './words.ts';

/** Who the student is, where they are when, and whom to call. */
export function overviewTab(overview: StudentOverview): TemplateResult {
  return html`<div class="student-cards">
    ${aboutCard(overview)} ${scheduleCard(overview)} ${contactsCard(overview.contacts)} ${homesCard(overview.homes)}
  </div>`;
}

function aboutCard({ student, enrollment, schedule, homes }: StudentOverview): TemplateResult {
  const homeroom = schedule.find((one) => one.code.startsWith('HR'))?.code;
  const rows: [string, string | undefined | null][] = [
    [msg('Called'), student.name],
    [msg('Full name'), [student.givenName, student.middleName, student.familyName].filter(Boolean).join(' ')],
    [msg('Student number'), student.studentNumber],
    [msg('Grade'), gradeWords(enrollment.gradeLevel)],
    [msg('Homeroom'), homeroom],
    [msg('School'), enrollment.schoolName],
    [msg('At this school since'), formatDay(enrollment.startsOn, 'long')],
    [msg('Left on'), enrollment.endsOn && formatDay(enrollment.endsOn, 'long')],
    [msg('Born'), msg(str`${formatDay(student.birthDate, 'long')}, age ${student.age}`)],
    [msg('Email'), student.email],
    [msg('Language at home'), homes[0] && languageWords(homes[0].homeLanguage)],
  ];
  return html`<r-card heading=${msg('Student')}><dl class="r-facts">${rows.map(([term, value]) =>
    value ? html`<dt>${term}</dt><dd>${value}</dd>` : nothing,
  )}</dl></r-card>`;
}

function scheduleCard({ schedule }: StudentOverview): TemplateResult {
  return html`<r-card heading=${msg('Schedule')} flush>${
    schedule.length === 0
      ? html`<r-empty icon="calendar" heading=${msg('No classes')}>${msg('The student is in no class today.')}</r-empty>`
      : html`<div class="student-scroll" tabindex="0" role="region" aria-label=${msg('Schedule')}><table class="r-table is-dense">
        <thead><tr><th scope="col">${msg('Period')}</th><th scope="col">${msg('Class')}</th><th scope="col">${msg('Teacher')}</th><th scope="col">${msg('Room')}</th></tr></thead>
        <tbody>${schedule.map(
          (
            one,
          ) => html`<tr><td>${one.periodCode}</td><th scope="row">${one.courseTitle} <span class="r-quiet r-small">${one.code}</span></th>
            <td>${one.teachers.join(', ')}</td><td>${one.room}</td></tr>`,
        )}</tbody></table></div>`
  }</r-card>`;
}

function contactsCard(contacts: Contact[]): TemplateResult {
  return html`<r-card heading=${msg('Contacts, in the order to call')} flush>${
    contacts.length === 0
      ? html`<r-empty icon="people" heading=${msg('No contacts')}>${msg('The office enters contacts.')}</r-empty>`
      : html`<ol class="student-list" role="list">${contacts.map(contactItem)}</ol>`
  }</r-card>`;
}

function contactItem(contact: Contact): TemplateResult {
  const flags = [
    contact.hasCustody ? msg('Custody') : '',
    contact.livesWith ? msg('Lives with the student') : '',
    contact.mayPickUp ? msg('May pick up') : '',
    contact.receivesMail ? msg('Receives mail') : '',
    contact.emergency ? msg('Emergency') : '',
  ].filter(Boolean);
  return html`<li>
    <div><strong>${contact.name}</strong> <span class="r-quiet">${relationshipWords(contact.relationship)} · ${languageWords(contact.homeLanguage)}</span></div>
    <div class="r-row">${contact.phone ? html`<a href="tel:${contact.phone}">${contact.phone}</a>` : nothing}
      ${contact.email ? html`<a href="mailto:${contact.email}">${contact.email}</a>` : nothing}</div>
    <div class="r-row">${flags.map((flag) => html`<span class="r-badge">${flag}</span>`)}
      ${contact.hasCustody ? nothing : html`<span class="r-badge is-warning">${msg('No custody')}</span>`}
      ${contact.mayPickUp ? nothing : html`<span class="r-badge is-warning">${msg('May not pick up')}</span>`}</div>
  </li>`;
}

function homesCard(homes: Home[]): TemplateResult | typeof nothing {
  if (homes.length === 0) return nothing;
  return html`<r-card heading=${homes.length > 1 ? msg('Homes') : msg('Home')} flush><ul class="student-list" role="list">${homes.map(
    (home) => html`<li>
      <div>${home.street}, ${home.city}, ${home.state} ${home.postalCode} ${home.isPrimary && homes.length > 1 ? html`<span class="r-badge is-accent">${msg('Main home')}</span>` : nothing}</div>
      <div class="r-quiet">${home.phone ? html`<a href="tel:${home.phone}">${home.phone}</a> · ` : nothing}${languageWords(home.homeLanguage)}</div>
    </li>`,
  )}</ul></r-card>`;
}
